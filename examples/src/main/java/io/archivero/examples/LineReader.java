package io.archivero.examples;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one, or the whole of one that is too long. */
final class LineReader implements Closeable {
    /** The longest line that is read. */
    static final int MOST_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * A line, without its end.
     *
     * @param text what it says; null if it cannot be read
     * @param fault why it cannot be read; empty if it can
     * @param ended whether its end was there, which the last one's need not be
     */
    record Line(@Nullable String text, String fault, boolean ended) {}

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Returns the next line, or null after the last. */
    @Nullable Line next() throws IOException {
        if (!hasMore()) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && hasMore()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            tooLong |= bytes.size() + (end - position) > MOST_BYTES;
            if (!tooLong) {
                bytes.write(buffer, position, end - position);
            }
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        return tooLong
                ? new Line(null, "must have at most " + MOST_BYTES + " bytes", ended)
                : line(bytes.toByteArray(), ended);
    }

    /** A file may begin with a byte order mark, and so may any line where files were put together. */
    private static Line line(byte[] bytes, boolean ended) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder(); // which reports what is malformed
            var text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            return new Line(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, "", ended);
        } catch (CharacterCodingException e) {
            return new Line(null, "must be UTF-8", ended);
        }
    }

    private boolean hasMore() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(in.read(buffer), 0);
        }
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
