package io.archivero.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentUpsert;
import io.archivero.InvalidBatchException;
import io.archivero.InvalidJsonException;
import io.archivero.InvalidJsonException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelope: what is a batch, and what is a wrong call. */
@Timeout(60)
class BatchRequestTest {
    private static final WireCodec CODEC = WireCodec.standard();

    @Test
    void readsTheRequestOfTheEndpoint() throws IOException {
        var json = Samples.file("request.json");
        var expected = new BatchRequest(List.of(Samples.card()), true);

        assertEquals(expected, CODEC.readBatch(json));
        assertEquals(expected, CODEC.readBatch(new StringReader(json)));
        assertEquals(expected, CODEC.readBatch(utf8(json)));
        assertEquals(expected, WireCodec.withExtensions().readBatch(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[{}]}",
                "{\"items\":[{}],\"atomic\":true}",
                "{\"atomic\":true,\"items\":[{}]}",
                " {\t\"\\u0069tems\" :[ { } ]\r\n} "
            })
    void isAtomicUnlessItSaysOtherwise(String json) {
        assertEquals(new BatchRequest(List.of(DocumentUpsert.builder(null).build()), true), CODEC.readBatch(json));
    }

    @Test
    void isPartialIfItSaysSo() {
        assertFalse(CODEC.readBatch("{\"items\":[{}],\"atomic\":false}").atomic());
        assertFalse(CODEC.readBatch("{\"atomic\":false,\"items\":[{}]}").atomic());
    }

    @Test
    void hasUpTo250Items() {
        assertEquals(
                250, CODEC.readBatch(batch("{},".repeat(249) + "{}")).items().size());
        assertEquals(
                250, CODEC.readBatch(batch("0,".repeat(249) + "[[]]")).items().size());
    }

    static List<Arguments> wrongEnvelopes() {
        return List.of(
                Arguments.of("[]", "the request must be an object"),
                Arguments.of("null", "the request must be an object"),
                Arguments.of("\"items\"", "the request must be an object"),
                Arguments.of("{}", "the request must have \"/items\""),
                Arguments.of("{\"atomic\":true}", "the request must have \"/items\""),
                Arguments.of("{\"items\":null}", "\"/items\" must be an array"),
                Arguments.of("{\"items\":{}}", "\"/items\" must be an array"),
                Arguments.of("{\"items\":[]}", "\"/items\" must have 1 to 250 items, not none"),
                Arguments.of(batch("{},".repeat(250) + "{}"), "\"/items\" must have 1 to 250 items, not more"),
                Arguments.of("{\"items\":[{}],\"items\":[{}]}", "the request has \"/items\" twice"),
                Arguments.of("{\"atomic\":null}", "\"/atomic\" must be true or false"),
                Arguments.of("{\"atomic\":\"true\"}", "\"/atomic\" must be true or false"),
                Arguments.of("{\"atomic\":1}", "\"/atomic\" must be true or false"),
                Arguments.of("{\"atomic\":true,\"atomic\":true}", "the request has \"/atomic\" twice"),
                Arguments.of("{\"Items\":[{}]}", "the request has an unknown key, \"/Items\""),
                Arguments.of("{\"\":1}", "the request has an unknown key, \"/\""),
                Arguments.of("{\"a/\\n\\ud800\":1}", "the request has an unknown key, \"/a~1\uFFFD\uFFFD\""));
    }

    @ParameterizedTest
    @MethodSource("wrongEnvelopes")
    void refusesAWrongEnvelopeByName(String json, String message) {
        var refusal = assertThrows(InvalidBatchException.class, () -> CODEC.readBatch(json));

        assertEquals(message, refusal.getMessage());
        assertNull(refusal.getCause());
    }

    @Test
    void boundsTheNameOfAnUnknownKey() {
        var json = "{\"" + "k".repeat(1_000_000) + "\":1}";

        assertTrue(assertThrows(InvalidBatchException.class, () -> CODEC.readBatch(json))
                        .getMessage()
                        .length()
                < 600);
    }

    static List<Arguments> notJson() {
        return List.of(
                Arguments.of("", 0),
                Arguments.of("{", 1),
                Arguments.of("\uFEFF{\"items\":[{}]}", 0),
                Arguments.of("{\"items\":[{}]}x", 14),
                Arguments.of("{\"items\":[{}]} {}", 15),
                Arguments.of("{\"items\":[{},]}", 13),
                Arguments.of("{\"items\":[{\"fields\":{\"a\":NaN}}]}", 28),
                Arguments.of("{\"items\":[{\"fields\":{\"a\":1,\"a\":}}]}", 31),
                Arguments.of("{\"items\":[{\"size\":01}]}", 19),
                Arguments.of("{\"items\":[{\"unknown\":\"\\x\"}]}", 23),
                Arguments.of("{\"items\":[{\"fields\":{\"a\":1", 26));
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void refusesWhatIsNotJson(String json, long position) {
        for (var read : List.<Reading>of(
                () -> CODEC.readBatch(json),
                () -> CODEC.readBatch(new StringReader(json)),
                () -> CODEC.readBatch(utf8(json)))) {
            var refusal = assertThrows(InvalidJsonException.class, read::run);

            assertEquals(Code.SYNTAX, refusal.code());
            assertEquals(position, refusal.position());
            assertNull(refusal.getCause());
        }
    }

    static List<Arguments> notUtf8() {
        return List.of(
                Arguments.of("{\"items\":[{\"\u00f1\":", new byte[] {(byte) 0xC3, '"'}, 15),
                Arguments.of("{\"items\":[{\"filename\":\"", new byte[] {(byte) 0xC0, (byte) 0xAF}, 23), // overlong
                Arguments.of(
                        "{\"items\":[{\"filename\":\"",
                        new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                        23), // half a pair
                Arguments.of("{\"items\":[{\"filename\":\"", new byte[] {(byte) 0xF8, 0, 0, 0, 0}, 23),
                Arguments.of("{\"items\":[{}]}", new byte[] {(byte) 0xE2, (byte) 0x82}, 14), // ends in a character
                Arguments.of("", new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0}, 0));
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void refusesWhatIsNotUtf8(String before, byte[] malformed, long position) {
        for (int size : new int[] {1, 2, 3, 100}) {
            var in = new SequenceInputStream(utf8(before), new ByteArrayInputStream(malformed));
            var refusal = assertThrows(InvalidJsonException.class, () -> CODEC.readBatch(new InPieces(in, size)));

            assertEquals(Code.SYNTAX, refusal.code());
            assertEquals(position, refusal.position());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsUtf8Only(String charset) {
        var bytes = "{\"items\":[{}]}".getBytes(Charset.forName(charset));

        assertThrows(InvalidJsonException.class, () -> CODEC.readBatch(new ByteArrayInputStream(bytes)));
    }

    @Test
    void readsCharactersThatArriveInPieces() throws IOException {
        var json = batch("{\"filename\":\"\u00f1\u20ac\uD83D\uDE00\",\"type\":\"\\ud83d\\ude00\"}");
        for (int size = 1; size < 5; size++) {
            var item = CODEC.readBatch(new InPieces(utf8(json), size)).items().get(0);

            assertEquals("\u00f1\u20ac\uD83D\uDE00", item.filename());
            assertEquals("\uD83D\uDE00", item.type());
        }
    }

    @Test
    void readsNothingAfterItemNumber251() throws IOException {
        var endless = new InputStream() {
            private long count;

            @Override
            public int read() {
                return "{\"items\":[".length() > count
                        ? "{\"items\":[".charAt((int) count++)
                        : count++ % 2 == 0 ? '0' : ',';
            }
        };

        assertThrows(InvalidBatchException.class, () -> CODEC.readBatch(endless));
        assertTrue(endless.count < 100_000);
    }

    @Test
    void leavesTheHostsStreamsOpenAndPassesTheirFailuresOn() throws IOException {
        var closed = new ArrayList<String>();
        CODEC.readBatch(new ByteArrayInputStream(utf8("{\"items\":[{}]}").readAllBytes()) {
            @Override
            public void close() {
                closed.add("stream");
            }
        });
        CODEC.readBatch(new StringReader("{\"items\":[{}]}") {
            @Override
            public void close() {
                closed.add("reader");
            }
        });
        assertEquals(List.of(), closed);

        var failure = new IOException("connection reset");
        var broken = new SequenceInputStream(utf8("{\"items\":["), new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        });
        assertSame(failure, assertThrows(IOException.class, () -> CODEC.readBatch(broken)));
    }

    @Test
    void showsNoContent() {
        assertEquals(
                "BatchRequest[1 items, atomic=true]",
                CODEC.readBatch(Samples.file("request.json")).toString());
    }

    static String batch(String items) {
        return "{\"items\":[" + items + "]}";
    }

    private static InputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Reading {
        void run() throws IOException;
    }

    /** Returns at most so many bytes at once. */
    private static final class InPieces extends InputStream {
        private final InputStream in;
        private final int size;

        InPieces(InputStream in, int size) {
            this.in = in;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, Math.min(size, length));
        }
    }
}
