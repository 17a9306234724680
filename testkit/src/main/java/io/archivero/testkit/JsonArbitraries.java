package io.archivero.testkit;

import io.archivero.testkit.JsonSample.Literal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** JSON objects that every limit lets through, and that databases and parsers like to change. */
final class JsonArbitraries {
    private static final int DEEPEST = 64;
    private static final int MOST_DIGITS = 100;
    private static final int LARGEST_EXPONENT = 1_000;

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.00e5",
            "1",
            "1.0",
            "1e0",
            "100",
            "1E+2",
            "0.1",
            "1e-1",
            "1e400",
            "-1e-400",
            "1e1000",
            "1e-1000",
            "9007199254740993",
            "123456789012345678901",
            "1234567890123456789012",
            "1e21",
            "1e22",
            "1" + "0".repeat(300),
            "0." + "0".repeat(300) + "1",
            "7".repeat(MOST_DIGITS),
            "-0." + "7".repeat(MOST_DIGITS));

    private JsonArbitraries() {}

    static Arbitrary<JsonSample> samples() {
        return Combinators.combine(objects(), Arbitraries.of(JsonText.values()))
                .as((object, form) -> new JsonSample(form.write(object), object));
    }

    /** Objects of up to four levels, and now and then one of as many as are allowed. */
    static Arbitrary<Map<String, Object>> objects() {
        return Draw.mostly(objects(3), 30, deep());
    }

    private static Arbitrary<Map<String, Object>> objects(int levelsBelow) {
        return Combinators.combine(keys(), values(levelsBelow))
                .as(Map::entry)
                .list()
                .ofMaxSize(4)
                .map(JsonArbitraries::object);
    }

    private static Map<String, Object> object(List<Map.Entry<String, Object>> entries) {
        var object = new TreeMap<String, Object>();
        entries.forEach(entry -> object.put(entry.getKey(), entry.getValue()));
        return object;
    }

    private static Arbitrary<Object> values(int levelsBelow) {
        if (levelsBelow == 0) {
            return leaves();
        }
        Arbitrary<Object> nested = Draw.either(
                objects(levelsBelow - 1), values(levelsBelow - 1).list().ofMaxSize(3));
        return Draw.mostly(leaves(), 5, nested);
    }

    private static Arbitrary<Object> leaves() {
        var constants = Arbitraries.of("true", "false", "null").map(Literal::new);
        return Draw.either(TextArbitraries.texts(30), Draw.mostly(numbers(), 3, constants));
    }

    private static Arbitrary<String> keys() {
        var simple = Arbitraries.of("a", "A", "b", "", " ", "ñ", "a.b", "~", "/", "0");
        return Draw.mostly(simple, 4, TextArbitraries.texts(10));
    }

    private static Arbitrary<Literal> numbers() {
        return Draw.either(Arbitraries.of(NUMBERS), scientific()).map(Literal::new);
    }

    private static Arbitrary<String> scientific() {
        var digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(MOST_DIGITS - 1);
        return Combinators.combine(
                        Arbitraries.of("", "-"),
                        Arbitraries.integers().between(1, 9),
                        digits,
                        Arbitraries.integers().between(-LARGEST_EXPONENT, LARGEST_EXPONENT))
                .as((sign, first, rest, exponent) -> sign + first + "." + rest + "e" + exponent);
    }

    private static Arbitrary<Map<String, Object>> deep() {
        return Arbitraries.integers().between(5, DEEPEST).map(levels -> {
            Map<String, Object> object = new TreeMap<>();
            for (int i = 1; i < levels; i++) {
                Map<String, Object> outer = new TreeMap<>();
                outer.put("k", object);
                object = outer;
            }
            return object;
        });
    }
}
