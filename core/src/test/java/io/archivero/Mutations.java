package io.archivero;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts that were well-formed until something happened to them: cut, spliced, repeated, shuffled, or spiked with what hurts parsers. */
@SuppressWarnings("exports") // tests see jqwik, hosts do not see tests
public final class Mutations {
    /** What has a meaning to some parser, or is too much of it. */
    public static final List<String> JSON_SPIKES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "\\u",
            "\\u0000",
            "\\ud83d",
            "\\ude00",
            "\uD83D",
            "\uDE00",
            "\0",
            "\uFEFF",
            "\u2028",
            "null",
            "true",
            "NaN",
            "-Infinity",
            "0",
            "-0",
            "-",
            "1e999999999",
            "-1E-999999999",
            "1e",
            ".5",
            "0x1f",
            "//",
            "/*",
            "#",
            "'",
            "\"a\":",
            "\"a\":{",
            "\"items\":[",
            "\"atomic\":",
            "\"fields\":{",
            "\"externalId\":",
            "\"size\":",
            "\"curp\":",
            "7".repeat(1_100),
            "1e" + "9".repeat(100),
            "[".repeat(700),
            "[".repeat(50_000),
            "{\"a\":".repeat(30_000),
            "{\"a\":".repeat(700),
            "}".repeat(700),
            " ".repeat(5_000));

    private static final int LONGEST = 200_000;

    private Mutations() {}

    /** Returns texts from both, with a few of those accidents. */
    public static Arbitrary<String> of(Arbitrary<String> texts, List<String> spikes) {
        var accidents = Combinators.combine(
                        Arbitraries.of(Accident.Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(spikes),
                        Arbitraries.chars().all())
                .as(Accident::new);
        var few = Arbitraries.frequencyOf(
                Tuple.of(6, accidents.list().ofMinSize(1).ofMaxSize(4)),
                Tuple.of(1, accidents.list().ofMaxSize(12)));
        return Combinators.combine(texts, texts, few).as(Mutations::suffer);
    }

    private static String suffer(String text, String other, List<Accident> accidents) {
        var suffering = text;
        for (var accident : accidents) {
            suffering = accident.happenTo(suffering, other);
            suffering = suffering.substring(0, Math.min(suffering.length(), LONGEST));
        }
        return suffering;
    }

    /** Something that happens at a place, to a number of characters. */
    private record Accident(Kind kind, double where, int length, String spike, char c) {
        enum Kind {
            CUT,
            SPIKE,
            REPLACE,
            CHARACTER,
            REPEAT,
            REPEAT_MUCH,
            REVERSE,
            SPLICE,
            TRUNCATE
        }

        String happenTo(String text, String other) {
            int from = (int) (where * text.length());
            int to = Math.min(text.length(), from + length);
            var before = text.substring(0, from);
            var hit = text.substring(from, to);
            var after = text.substring(to);
            return switch (kind) {
                case CUT -> before + after;
                case SPIKE -> before + spike + hit + after;
                case REPLACE -> before + spike + after;
                case CHARACTER -> before + c + after;
                case REPEAT -> before + hit + hit + after;
                case REPEAT_MUCH -> before + hit.repeat(1_000) + after;
                case REVERSE -> before + new StringBuilder(hit).reverse() + after;
                case SPLICE -> before + other.substring((int) (where * other.length()));
                case TRUNCATE -> before;
            };
        }
    }
}
