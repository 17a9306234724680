package io.archivero.testkit;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that are strange and can be stored, and texts that cannot. */
final class TextArbitraries {
    static final String FOUR_BYTES = "😀";

    /** External ids that are all different and that careless comparisons take for each other. */
    static final List<String> LOOKALIKES = List.of(
            "id",
            "ID",
            "iD",
            "ıd",
            "İd",
            "id ",
            " id",
            "id\u00A0",
            "i\u200Bd",
            "ｉd",
            "josé",
            Normalizer.normalize("josé", Normalizer.Form.NFD),
            "%",
            "_",
            "'",
            FOUR_BYTES,
            "\\",
            "\u202Eid");

    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "0",
            " ",
            "ñ",
            "Ñ",
            "é",
            "e\u0301",
            "i",
            "ı",
            "İ",
            "I",
            "ß",
            "ﬁ",
            "مرحبا",
            "\u202E",
            "\u200D",
            "\uFEFF",
            "\uFFFF",
            FOUR_BYTES,
            "👩\u200D👩",
            "𐍈",
            "%",
            "_",
            "'",
            "\"",
            "`",
            "\\",
            "/",
            "~",
            "?",
            ":a",
            "${b}",
            "--",
            ";",
            "\u0001",
            "\u001F",
            "\u007F",
            "\u0085",
            "\u2028",
            "\n",
            "\r",
            "\t");

    private static final List<String> UNPAIRED = List.of(
            "\uD83D", "\uDE00", "a\uD83D", "\uDE00a", "\uDE00\uD83D", "\uD83D\uD83D\uDE00", FOUR_BYTES + "\uDE00");
    private static final List<String> NULLS = List.of("\0", "a\0", "\0a", FOUR_BYTES + "\0" + FOUR_BYTES);

    private TextArbitraries() {}

    /** Texts of 1 to {@code most} code points, the longest ones among them, that shrink to short and plain ones. */
    static Arbitrary<String> texts(int most) {
        var ordinary = Arbitraries.of(PIECES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pieces -> cut(String.join("", pieces), most));
        var longest = Arbitraries.of("x".repeat(most), FOUR_BYTES.repeat(most), "ñ".repeat(most - 1) + " ");
        return Draw.mostly(ordinary, 20, longest);
    }

    /** Texts of 1 to {@code most} code points that can be the name of a file. */
    static Arbitrary<String> filenames(int most) {
        return texts(most)
                .map(text -> text.codePoints()
                        .map(c -> c == '/' || c == '\\' || Character.isISOControl(c) ? '.' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    /** Texts with half of a surrogate pair. */
    static List<String> unpaired() {
        return UNPAIRED;
    }

    /** Texts with U+0000. */
    static List<String> nulls() {
        return NULLS;
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
