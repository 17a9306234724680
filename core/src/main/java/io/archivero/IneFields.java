package io.archivero;

import io.archivero.constraints.AsciiDigits;
import io.archivero.constraints.BirthDateAgrees;
import io.archivero.constraints.ClaveElector;
import io.archivero.constraints.Curp;
import io.archivero.constraints.Length;
import io.archivero.constraints.Strict;
import io.archivero.constraints.Year;
import io.archivero.constraints.YearsInOrder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a Mexican voter card says (<i>credencial para votar</i>, issued by the INE): the {@code fields} of a document of
 * scope {@link Scope#MX} and type {@code ine}, read back by {@code document.fieldsAs(IneFields.class)}. Every component
 * is optional.
 *
 * <p>Texts have up to 255 characters. At {@link ValidationLevel#STRICT} the official formats are asked for too, and
 * that the birth date and the years fit each other. {@code toString} shows no content.
 *
 * @param claveElector the voter's number, see {@link ClaveElector}
 * @param curp the personal number, see {@link Curp}
 * @param fullName the name as printed
 * @param paternalSurname first surname
 * @param maternalSurname second surname
 * @param givenNames given names
 * @param dateOfBirth date of birth; in JSON {@code 1956-04-27}
 * @param birthState state of birth
 * @param street street of the address
 * @param exteriorNumber number of the house
 * @param interiorNumber number within the house
 * @param neighborhood neighbourhood (<i>colonia</i>)
 * @param municipality municipality
 * @param state state of the address
 * @param postalCode postal code; at the strict level 5 digits
 * @param section electoral section; at the strict level 1 to 4 digits
 * @param registrationYear year of registration as a voter; at the strict level the years are 1900 to 2200 and never
 *     decrease
 * @param issueYear year of issue
 * @param expirationYear last year in which the card is valid
 */
@Length(max = 255) // each of the texts: one constraint takes a third of the time of sixteen
@BirthDateAgrees(groups = Strict.class)
@YearsInOrder(groups = Strict.class)
public record IneFields(
        @Nullable @ClaveElector(groups = Strict.class) String claveElector,

        @Nullable @Curp(groups = Strict.class) String curp,

        @Nullable String fullName,
        @Nullable String paternalSurname,
        @Nullable String maternalSurname,
        @Nullable String givenNames,
        @Nullable LocalDate dateOfBirth,
        @Nullable String birthState,
        @Nullable String street,
        @Nullable String exteriorNumber,
        @Nullable String interiorNumber,
        @Nullable String neighborhood,
        @Nullable String municipality,
        @Nullable String state,

        @Nullable @AsciiDigits(min = 5, max = 5, message = FIVE_DIGITS, groups = Strict.class)
        String postalCode,

        @Nullable @AsciiDigits(min = 1, max = 4, groups = Strict.class)
        String section,

        @Nullable @Year(groups = Strict.class) Integer registrationYear,

        @Nullable @Year(groups = Strict.class) Integer issueYear,

        @Nullable @Year(groups = Strict.class) Integer expirationYear) {
    private static final String FIVE_DIGITS = "must be 5 digits";

    @Override
    public String toString() {
        return "IneFields[not shown]"; // it is somebody's paper
    }
}
