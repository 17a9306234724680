package io.archivero.constraints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;

class CurpProperties {
    /** Upper and lower case, digits of other scripts, look-alikes and what the tr locale makes of an i. */
    private static final String CHARACTERS = MexicanNumbers.ALPHABET + "abhmxz aÁİıß٣５А\uD835-/\n\0";

    private final CurpValidator validator = new CurpValidator();

    @Property
    @Label("every CURP is accepted, and tells its birth date")
    void accepted(@ForAll("datedCurps") Tuple2<LocalDate, String> dated) {
        assertEquals(dated.get1(), CurpValidator.birthDate(dated.get2()));
        assertTrue(isCurp(dated.get2()));
    }

    @Property
    @Label("a CURP with one other character is a CURP only if it keeps every rule")
    void oneOtherCharacter(
            @ForAll("curps") String curp, @ForAll @IntRange(max = 17) int at, @ForAll("characters") char other) {
        var changed = new StringBuilder(curp);
        changed.setCharAt(at, other);
        assertEquals(MexicanNumbers.isCurp(changed.toString()), isCurp(changed.toString()));
        assertJudged(changed.substring(0, 17));
    }

    @Property
    @Label("nine of ten check digits are refused")
    void otherCheckDigit(@ForAll("curps") String curp) {
        var body = curp.substring(0, 17);
        long accepted = "0123456789"
                .chars()
                .filter(digit -> isCurp(body + (char) digit))
                .count();
        assertEquals(1, accepted);
    }

    @Property
    @Label("a CURP in lower case, shortened, lengthened or padded is refused")
    void otherForms(@ForAll("curps") String curp) {
        for (var other :
                List.of(curp.toLowerCase(Locale.ROOT), curp.substring(0, 17), curp + "0", curp + " ", " " + curp, "")) {
            assertFalse(isCurp(other));
        }
    }

    @Property
    @Label("any text is judged as the description judges it")
    void anyText(@ForAll("almostCurps") String text) {
        assertEquals(MexicanNumbers.isCurp(text), isCurp(text));
    }

    @Example
    @Label("the published example is accepted, and null is")
    void example() {
        assertTrue(isCurp("HEGG560427MVZRRL04"));
        assertTrue(validator.isValid(null, null));
    }

    @Example
    @Label("any character at any place, and any letters as a state, are judged as the description judges them")
    void everyPlace() {
        for (var curp : List.of("HEGG560427MVZRRL04", "HEGG000229HNEBBBA0")) {
            for (int at = 0; at < 17; at++) {
                for (char other : CHARACTERS.toCharArray()) {
                    assertJudged(curp.substring(0, at) + other + curp.substring(at + 1, 17));
                }
            }
            for (char first = 'A'; first <= 'Z'; first++) {
                for (char second = 'A'; second <= 'Z'; second++) {
                    assertJudged(curp.substring(0, 11) + first + second + curp.substring(13, 17));
                }
            }
        }
    }

    @Example
    @Label("the last character but one says the century: 29 February of 2000 is real, that of 1900 is not")
    void century() {
        var name = "HEGG000229MVZRRL";
        assertEquals(LocalDate.of(2000, 2, 29), CurpValidator.birthDate(MexicanNumbers.withCheckDigit(name + "A")));
        assertFalse(isCurp(MexicanNumbers.withCheckDigit(name + "0")));
    }

    @Provide
    Arbitrary<String> curps() {
        return MexicanNumbers.curps();
    }

    @Provide
    Arbitrary<Tuple2<LocalDate, String>> datedCurps() {
        return MexicanNumbers.births()
                .flatMap(birth -> MexicanNumbers.curps(birth).map(curp -> Tuple.of(birth, curp)));
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().with(CHARACTERS.toCharArray());
    }

    @Provide
    Arbitrary<String> almostCurps() {
        return Arbitraries.strings()
                .withChars(CHARACTERS.toCharArray())
                .ofMinLength(16)
                .ofMaxLength(20);
    }

    /** With the check digit made to fit, which could hide that another rule is not asked. */
    private void assertJudged(String first17) {
        var curp = MexicanNumbers.withCheckDigit(first17);
        assertEquals(MexicanNumbers.isCurp(curp), isCurp(curp), curp);
    }

    private boolean isCurp(String text) {
        return validator.isValid(text, null);
    }
}
