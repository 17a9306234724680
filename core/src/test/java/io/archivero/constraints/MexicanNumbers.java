package io.archivero.constraints;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * CURPs and claves de elector made and judged a second time, from the published description and unlike the validators:
 * by a regular expression, a formatter of dates and the alphabet with its Ñ.
 */
final class MexicanNumbers {
    static final String ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    static final List<String> STATES = List.of(
            ("AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE")
                    .split(" "));

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";
    private static final Pattern CURP = Pattern.compile("[A-Z]{4}(?<date>[0-9]{6})[HMX](" + String.join("|", STATES)
            + ")[" + CONSONANTS + "]{3}(?<century>[0-9A-Z])[0-9]");
    private static final Pattern CLAVE =
            Pattern.compile("[A-Z]{6}(?<date>[0-9]{6})(0[1-9]|1[0-9]|2[0-9]|3[0-2]|87|88)[HM][0-9]{3}");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private MexicanNumbers() {}

    static Arbitrary<LocalDate> births() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2099, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    static Arbitrary<String> curps() {
        return births().flatMap(MexicanNumbers::curps);
    }

    static Arbitrary<String> curps(LocalDate birth) {
        return Combinators.combine(
                        text(LETTERS, 4),
                        text("HMX", 1),
                        Arbitraries.of(STATES),
                        text(CONSONANTS, 3),
                        text(birth.getYear() < 2000 ? "0123456789" : LETTERS, 1))
                .as((name, sex, state, consonants, century) ->
                        withCheckDigit(name + birth.format(SHORT) + sex + state + consonants + century));
    }

    static Arbitrary<String> claves() {
        return births().flatMap(MexicanNumbers::claves);
    }

    static Arbitrary<String> claves(LocalDate birth) {
        var states = Arbitraries.oneOf(Arbitraries.integers().between(1, 32), Arbitraries.of(87, 88));
        return Combinators.combine(text(LETTERS, 6), states, text("HM", 1), text("0123456789", 3))
                .as((name, state, sex, serial) ->
                        name + birth.format(SHORT) + (state < 10 ? "0" : "") + state + sex + serial);
    }

    static String withCheckDigit(String first17) {
        int sum = 0;
        int weight = 18;
        for (char c : first17.toCharArray()) {
            sum += ALPHABET.indexOf(c) * weight--;
        }
        return first17 + (10 - sum % 10) % 10;
    }

    static boolean isCurp(String text) {
        var matcher = CURP.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        var century = Character.isLetter(matcher.group("century").charAt(0)) ? "20" : "19";
        return isDate(century + matcher.group("date"))
                && withCheckDigit(text.substring(0, 17)).equals(text);
    }

    static boolean isClave(String text) {
        var matcher = CLAVE.matcher(text);
        return matcher.matches() && (isDate("19" + matcher.group("date")) || isDate("20" + matcher.group("date")));
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text, LONG);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Arbitrary<String> text(String characters, int length) {
        return Arbitraries.strings()
                .withChars(characters.toCharArray())
                .ofLength(length)
                .withoutEdgeCases(); // of all parts together there would be more than tries
    }
}
