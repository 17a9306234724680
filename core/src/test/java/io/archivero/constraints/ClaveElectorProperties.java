package io.archivero.constraints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
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

class ClaveElectorProperties {
    private static final String CHARACTERS = MexicanNumbers.ALPHABET + "ahmİ٣５-";

    private final ClaveElectorValidator validator = new ClaveElectorValidator();

    @Property
    @Label("every clave de elector is accepted, and agrees with the birth date in it, whatever the century")
    void accepted(@ForAll("datedClaves") Tuple2<LocalDate, String> dated) {
        assertTrue(isClave(dated.get2()));
        assertTrue(ClaveElectorValidator.agrees(dated.get2(), dated.get1()));
        assertFalse(ClaveElectorValidator.agrees(dated.get2(), dated.get1().plusDays(1)));
        assertFalse(ClaveElectorValidator.agrees(dated.get2(), dated.get1().minusYears(200)));
    }

    @Property
    @Label("a clave de elector with one other character is one only if it keeps every rule")
    void oneOtherCharacter(
            @ForAll("claves") String clave, @ForAll @IntRange(max = 17) int at, @ForAll("characters") char other) {
        var changed = new StringBuilder(clave);
        changed.setCharAt(at, other);
        assertJudged(changed.toString());
    }

    @Example
    @Label("every character at every place, and every number as a state, is judged as the description judges it")
    void everyPlace() {
        var clave = "HRGRGL56042730M400";
        for (int at = 0; at < 18; at++) {
            for (char other : CHARACTERS.toCharArray()) {
                assertJudged(clave.substring(0, at) + other + clave.substring(at + 1));
            }
        }
        for (int state = 0; state < 100; state++) {
            assertJudged(clave.substring(0, 12) + state / 10 + state % 10 + clave.substring(14));
        }
    }

    @Example
    @Label("the date must be real in one of two centuries: 29 February of 00 is, thanks to 2000, and that of 01 is not")
    void leapDays() {
        assertTrue(isClave("GRHRGL00022930M400"));
        assertFalse(isClave("GRHRGL01022930M400"));
        assertTrue(validator.isValid(null, null));
    }

    @Example
    @Label("lower case, other lengths and digits of other scripts are refused")
    void otherForms() {
        for (var text : List.of(
                "grhrgl56042730m400",
                "GRHRGL56042730M40",
                "GRHRGL56042730M4000",
                "GRHRGL56042730M40٣",
                "GRHRGL56042730X400",
                "")) {
            assertFalse(isClave(text));
        }
    }

    @Provide
    Arbitrary<String> claves() {
        return MexicanNumbers.claves();
    }

    @Provide
    Arbitrary<Tuple2<LocalDate, String>> datedClaves() {
        return MexicanNumbers.births()
                .flatMap(birth -> MexicanNumbers.claves(birth).map(clave -> Tuple.of(birth, clave)));
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().with(CHARACTERS.toCharArray());
    }

    private void assertJudged(String text) {
        assertEquals(MexicanNumbers.isClave(text), isClave(text), text);
    }

    private boolean isClave(String text) {
        return validator.isValid(text, null);
    }
}
