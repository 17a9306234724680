package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The keys of a person")
class IdentityKeysTest {
    private static final Place VERACRUZ = Place.ALL.stream()
            .filter(place -> place.entity().equals("VZ"))
            .findFirst()
            .orElseThrow();

    @Test
    @DisplayName("follow from names, birth date, sex and state")
    void followFromThePerson() {
        var person = new Person('M', "Gloria", "Hernández", "García", LocalDate.of(1956, 4, 27), VERACRUZ);
        assertEquals("HEGG560427MVZRRL04", IdentityKeys.curp(person, 0));
        assertEquals("HRGRGL56042730M007", IdentityKeys.claveElector(person, 7));
    }

    @Test
    @DisplayName("write X for Ñ, drop accents, and skip particles and too common given names")
    void takeTheDecisiveLetters() {
        assertAll(
                () -> assertInitials("MUPA", "Muñoz", "Pérez", "María de los Ángeles"),
                () -> assertInitials("XAXL", "Ñáñez", null, "José Luis"),
                () -> assertInitials("CURM", "de la Cruz", "del Río", "María"));
    }

    @Test
    @DisplayName("never spell an unseemly word")
    void neverSpellAnUnseemlyWord() {
        assertInitials("PXTO", "Pinto", "Torres", "Óscar"); // not PITO
    }

    @Test
    @DisplayName("have a letter for those born from 2000 on, and an entity for those born abroad")
    void knowTheCenturyAndForeigners() {
        var person = new Person('X', "Óscar", "Ortiz", "Ochoa", LocalDate.of(2001, 12, 31), null);
        var curp = IdentityKeys.curp(person, 2);
        assertEquals("OIOO011231XNERCSC", curp.substring(0, 17));
    }

    private static void assertInitials(
            String expected, String paternalSurname, @Nullable String maternalSurname, String givenNames) {
        var person = new Person('M', givenNames, paternalSurname, maternalSurname, LocalDate.of(1970, 1, 1), VERACRUZ);
        assertEquals(expected, IdentityKeys.curp(person, 0).substring(0, 4));
    }
}
