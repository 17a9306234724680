package io.archivero.wire;

import io.archivero.InvalidJsonException;
import io.archivero.InvalidJsonException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 strictly: what is malformed (overlong forms and encoded surrogates included) is no JSON. Unlike an
 * {@code InputStreamReader} it first hands out everything before the fault, so that the fault has a position. Closing it
 * leaves the stream open.
 */
final class Utf8Reader extends Reader {
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // which reports what is malformed
    private final ByteBuffer bytes = ByteBuffer.allocate(8 * 1024).flip();
    private long position;
    private boolean ended;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidJsonException if the next bytes are not UTF-8
     */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("a character can take two chars");
        }
        var chars = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            var result = decoder.decode(bytes, chars, ended);
            if (chars.position() > 0) {
                position += chars.position();
                return chars.position();
            }
            if (result.isError()) {
                throw new InvalidJsonException(Code.SYNTAX, position);
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count == 0) {
            throw new IOException("the stream returned no bytes where it had to wait for some");
        }
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    @Override
    public void close() {
        // The stream is the caller's.
    }
}
