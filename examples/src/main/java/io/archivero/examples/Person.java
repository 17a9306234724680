package io.archivero.examples;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whom a voter card is about.
 *
 * @param sex {@code H}, {@code M} or {@code X}, as in the CURP
 * @param givenNames one or more
 * @param paternalSurname the first surname
 * @param maternalSurname the second; some people have one only
 * @param dateOfBirth the day of birth
 * @param birthPlace somewhere in the state of birth; null for born abroad
 */
record Person(
        char sex,
        String givenNames,
        String paternalSurname,
        @Nullable String maternalSurname,
        LocalDate dateOfBirth,
        @Nullable Place birthPlace) {

    String fullName() {
        var start = givenNames + " " + paternalSurname;
        return maternalSurname == null ? start : start + " " + maternalSurname;
    }
}
