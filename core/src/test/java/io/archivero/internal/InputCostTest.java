package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Allocation;
import io.archivero.DocumentUpsert;
import io.archivero.InvalidBatchException;
import io.archivero.InvalidJsonException;
import io.archivero.JsonObject;
import io.archivero.wire.WireCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What hostile input costs, from the text to the verdict: memory in proportion to its length, counted in allocated bytes at one, four
 * and sixteen times the length; time in proportion too, or the time-out would strike at lengths that take minutes if it is quadratic.
 */
class InputCostTest {
    private static final int SMALL = 25_000;
    private static final int STEP = 4;
    private static final int HUGE = 3_000_000;
    /** Four, and the steps in which buffers grow; what is quadratic has sixteen. */
    private static final int MOST_GROWTH = 7;
    /** What Jackson keeps for the next text costs nothing while it is large enough. */
    private static final long KEPT = 128 * 1024;
    /** A tree of objects takes more room than its text: a short key and a number are six characters, and some 150 bytes. */
    private static final long MOST_BYTES_PER_CHARACTER = 100;

    record Input(String name, IntFunction<String> text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Input> OBJECTS = List.of(
            input("arrays in arrays", n -> "{\"a\":" + "[".repeat(n / 2) + "]".repeat(n / 2) + "}"),
            input("arrays in arrays without an end", n -> "{\"a\":" + "[".repeat(n)),
            input("objects in objects", n -> "{\"a\":".repeat(n / 6) + "0" + "}".repeat(n / 6)),
            input("a long text", n -> "{\"a\":\"" + "x".repeat(n) + "\"}"),
            input("a long text without an end", n -> "{\"a\":\"" + "x".repeat(n)),
            input("a text of escapes", n -> "{\"a\":\"" + "\\u0041".repeat(n / 6) + "\"}"),
            input("a text of escaped halves of pairs", n -> "{\"a\":\"" + "\\ud83d".repeat(n / 6) + "\"}"),
            input("a text of escaped pairs", n -> "{\"a\":\"" + "\\ud83d\\ude00".repeat(n / 12) + "\"}"),
            input("a text of backslashes", n -> "{\"a\":\"" + "\\\\".repeat(n / 2) + "\"}"),
            input("a text of U+0000", n -> "{\"a\":\"" + "\\u0000".repeat(n / 6) + "\"}"),
            input("a long key", n -> "{\"" + "k".repeat(n) + "\":0}"),
            input(
                    "a long key over many faults",
                    n -> "{\"" + "k".repeat(n / 2) + "\":[" + "\"\\u0000\",".repeat(n / 18) + "0]}"),
            input(
                    "a long path over many faults",
                    n -> "{\"a\":".repeat(60) + "[" + "\"\\ud83d\",".repeat(n / 9) + "0]" + "}".repeat(60)),
            input("many keys", n -> "{" + repeat(n / 8, i -> "\"" + (i + 1000) + "\":0,") + "\"a\":0}"),
            input(
                    "many keys with one hash code",
                    n -> "{" + repeat(n / 45, i -> "\"" + collision(i) + "\":0,") + "\"a\":0}"),
            input(
                    "many keys that end differently",
                    n -> "{" + repeat(n / 220, i -> "\"" + "k".repeat(210) + (i + 1000) + "\":0,") + "\"a\":0}"),
            input("one key many times", n -> "{" + "\"a\":0,".repeat(n / 6) + "\"a\":0}"),
            input("a number of many digits", n -> "{\"a\":" + "7".repeat(n) + "}"),
            input("a number of many zeros", n -> "{\"a\":0." + "0".repeat(n) + "1}"),
            input("a number with an exponent of many digits", n -> "{\"a\":1e" + "9".repeat(n) + "}"),
            input("many numbers of monstrous exponents", n -> "{\"a\":[" + "1e999999999,".repeat(n / 12) + "0]}"),
            input("many numbers below every measure", n -> "{\"a\":[" + "1e-999999999,".repeat(n / 13) + "0]}"),
            input("many empty objects", n -> "{\"a\":[" + "{},".repeat(n / 3) + "0]}"),
            input("white space", n -> "{" + " \n\t\r".repeat(n / 4) + "}"),
            input("commas", n -> "{\"a\":[" + ",".repeat(n) + "]}"),
            input(
                    "a voter card with endless numbers",
                    n -> "{\"curp\":\"" + "HEGG560427MVZRRL04".repeat(n / 36) + "\",\"claveElector\":\""
                            + "A".repeat(n / 4) + "\",\"postalCode\":\"" + "1".repeat(n / 4) + "\"}"));

    static final List<Input> BATCHES = List.of(
            input("items without number", n -> "{\"items\":[" + "{},".repeat(n / 3) + "{}]}"),
            input("nothing but brackets", n -> "{\"items\":" + "[".repeat(n)),
            input("an item of brackets", n -> "{\"items\":[" + "[".repeat(n / 2) + "]".repeat(n / 2) + "]}"),
            input(
                    "an item of unknown keys",
                    n -> "{\"items\":[{" + repeat(n / 8, i -> "\"" + (i + 1000) + "\":0,") + "\"a\":0}]}"),
            input(
                    "an item of unknown keys with one hash code",
                    n -> "{\"items\":[{" + repeat(n / 45, i -> "\"" + collision(i) + "\":0,") + "\"a\":0}]}"),
            input("an item of one key", n -> "{\"items\":[{" + "\"type\":0,".repeat(n / 9) + "\"type\":0}]}"),
            input("an item of a long key", n -> "{\"items\":[{\"" + "k".repeat(n) + "\":0}]}"),
            input("a long unknown key around the items", n -> "{\"" + "k".repeat(n) + "\":0}"),
            input("a size of many digits", n -> "{\"items\":[{\"size\":1" + "0".repeat(n) + "}]}"),
            input("a size of a monstrous exponent", n -> "{\"items\":[{\"size\":1e" + "9".repeat(n) + "}]}"),
            input("a client of many digits", n -> "{\"items\":[{\"clientId\":\"" + "0".repeat(n) + "\"}]}"),
            input("a date of many digits", n -> "{\"items\":[{\"expiresAt\":\"" + "9".repeat(n) + "-12-25\"}]}"),
            input(
                    "an external id of escapes",
                    n -> "{\"items\":[{\"externalId\":\"" + "\\u0000\\ud83d".repeat(n / 12) + "\"}]}"));

    @ParameterizedTest
    @FieldSource("OBJECTS")
    @DisplayName("A JSON object costs what its length is, read alone, judged, and as a part of a request")
    void objects(Input input) {
        assertLinear(
                input,
                text -> judge(DocumentUpsert.builder("a")
                        .fields(JsonObject.parse(text))
                        .build()));
        assertLinear(input, text -> request("{\"items\":[{\"fields\":" + text + "}]}"));
    }

    @ParameterizedTest
    @FieldSource("BATCHES")
    @DisplayName("A request costs what its length is, and so does the verdict on its items")
    void batches(Input input) {
        assertLinear(input, InputCostTest::request);
    }

    @ParameterizedTest
    @FieldSource("OBJECTS")
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    @DisplayName("A huge JSON object takes a moment")
    void hugeObjects(Input input) {
        attempt(
                text -> request("{\"items\":[{\"fields\":" + text + "}]}"),
                input.text().apply(HUGE));
    }

    @ParameterizedTest
    @FieldSource("BATCHES")
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    @DisplayName("A huge request takes a moment")
    void hugeBatches(Input input) {
        attempt(InputCostTest::request, input.text().apply(HUGE));
    }

    private static void assertLinear(Input input, Consumer<String> work) {
        var lengths = List.of(SMALL, STEP * SMALL, STEP * STEP * SMALL);
        var bytes = lengths.stream()
                .map(length -> cost(work, input.text().apply(length)))
                .toList();
        var told = input + ": " + bytes + " bytes";
        assertTrue(bytes.get(1) <= MOST_GROWTH * bytes.get(0) + KEPT, told);
        assertTrue(bytes.get(2) <= MOST_GROWTH * bytes.get(1) + KEPT, told);
        assertTrue(bytes.get(2) <= MOST_BYTES_PER_CHARACTER * lengths.get(2), told);
    }

    private static long cost(Consumer<String> work, String text) {
        return Allocation.of(() -> attempt(work, text));
    }

    private static void attempt(Consumer<String> work, String text) {
        try {
            work.accept(text);
        } catch (InvalidJsonException | InvalidBatchException documented) {
            assertTrue(String.valueOf(documented.getMessage()).length() < 1_000);
        }
    }

    private static void request(String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            WireCodec.standard()
                    .readBatch(new ByteArrayInputStream(bytes))
                    .items()
                    .forEach(InputCostTest::judge);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void judge(DocumentUpsert item) {
        assertTrue(Judge.of(item).size() <= ItemValidator.MOST_VIOLATIONS);
    }

    private static String repeat(int count, IntFunction<String> part) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    /** Returns one of 2^20 texts that have the same hash code. */
    private static String collision(int number) {
        return repeat(20, bit -> ((number >> bit) & 1) == 0 ? "Aa" : "BB");
    }

    private static Input input(String name, IntFunction<String> text) {
        return new Input(name, text);
    }
}
