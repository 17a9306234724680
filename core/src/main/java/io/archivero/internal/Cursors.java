package io.archivero.internal;

import io.archivero.DocumentQuery;
import io.archivero.Environment;
import io.archivero.InvalidCursorException;
import io.archivero.InvalidCursorException.Reason;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Writes and reads cursors: where a page ended, and in which list. Whatever text comes in, an id comes out or
 * {@link InvalidCursorException}.
 *
 * <p>A cursor is 30 bytes in base64url: the version of this form, the environment, the id of the last document, the
 * {@link QueryFingerprint} of the query, and a check sum of all that. The first byte and the check sum stay where they are in
 * every version, so that a newer cursor can be told from a damaged one. Nothing is signed: a forged cursor shows nothing that
 * its query would not show anyway.
 */
final class Cursors {
    private static final byte VERSION = 1;
    private static final int BYTES = 30;
    private static final int CHECK_SUM_BYTES = Integer.BYTES;
    /** No version will make a longer one: a longer text is refused without a look at it. */
    private static final int MOST_CHARACTERS = 512;

    private Cursors() {}

    /** Returns the cursor of a page that ended with that document. */
    static String write(Environment environment, DocumentQuery query, UUID last) {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .put(code(environment))
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .putLong(QueryFingerprint.of(query));
        bytes.putInt(checkSum(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Returns the id of the document that the page before ended with.
     *
     * @throws InvalidCursorException if the text is not a cursor of that list
     */
    static UUID read(String cursor, Environment environment, DocumentQuery query) {
        var bytes = ByteBuffer.wrap(whole(cursor));
        if (bytes.get() != VERSION) {
            throw new InvalidCursorException(Reason.NEWER_VERSION);
        }
        require(bytes.capacity() == BYTES, Reason.DAMAGED);
        require(bytes.get() == code(environment), Reason.OTHER_ENVIRONMENT);
        var last = new UUID(bytes.getLong(), bytes.getLong());
        require(bytes.getLong() == QueryFingerprint.of(query), Reason.OTHER_QUERY);
        return last;
    }

    /** Returns the bytes of a cursor that arrived as it was made, whatever its version. */
    private static byte[] whole(String cursor) {
        require(cursor.length() <= MOST_CHARACTERS, Reason.DAMAGED);
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException(Reason.DAMAGED);
        }
        require(bytes.length > CHECK_SUM_BYTES, Reason.DAMAGED);
        int sum = ByteBuffer.wrap(bytes).getInt(bytes.length - CHECK_SUM_BYTES);
        require(sum == checkSum(bytes) && bytes[0] >= VERSION, Reason.DAMAGED);
        // The decoder overlooks padding and spare bits: one cursor has one text.
        require(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor), Reason.DAMAGED);
        return bytes;
    }

    private static int checkSum(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes, 0, bytes.length - CHECK_SUM_BYTES);
        return (int) sum.getValue();
    }

    private static byte code(Environment environment) {
        return switch (environment) {
            case TEST -> 0;
            case LIVE -> 1;
        };
    }

    private static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new InvalidCursorException(otherwise);
        }
    }
}
