package io.archivero;

import io.archivero.constraints.BirthDateAgrees;
import io.archivero.constraints.ClaveElector;
import io.archivero.constraints.Curp;
import io.archivero.constraints.Length;
import io.archivero.constraints.Strict;
import io.archivero.constraints.YearsInOrder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a Mexican voter card says (<i>credencial para votar</i>, issued by the INE): the {@code fields} of a document of scope
 * {@link Scope#MX} and type {@code ine}, read back by {@code document.fieldsAs(IneFields.class)}. Every component is optional.
 *
 * <p>Texts have up to {@value #MAX_LENGTH} characters. At {@link ValidationLevel#STRICT} the official formats are asked for too, and that
 * the birth date and the years fit each other. {@code toString} shows no content.
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
 * @param registrationYear year of registration as a voter; at the strict level the years are 1900 to 2200 and never decrease
 * @param issueYear year of issue
 * @param expirationYear last year in which the card is valid
 */
@BirthDateAgrees(groups = Strict.class)
@YearsInOrder(groups = Strict.class)
public record IneFields(
        @Nullable @Length(max = MAX_LENGTH) @ClaveElector(groups = Strict.class) String claveElector,
        @Nullable @Length(max = MAX_LENGTH) @Curp(groups = Strict.class) String curp,
        @Nullable @Length(max = MAX_LENGTH) String fullName,
        @Nullable @Length(max = MAX_LENGTH) String paternalSurname,
        @Nullable @Length(max = MAX_LENGTH) String maternalSurname,
        @Nullable @Length(max = MAX_LENGTH) String givenNames,
        @Nullable LocalDate dateOfBirth,
        @Nullable @Length(max = MAX_LENGTH) String birthState,
        @Nullable @Length(max = MAX_LENGTH) String street,
        @Nullable @Length(max = MAX_LENGTH) String exteriorNumber,
        @Nullable @Length(max = MAX_LENGTH) String interiorNumber,
        @Nullable @Length(max = MAX_LENGTH) String neighborhood,
        @Nullable @Length(max = MAX_LENGTH) String municipality,
        @Nullable @Length(max = MAX_LENGTH) String state,
        @Nullable
                @Length(max = MAX_LENGTH)
                @Pattern(regexp = "[0-9]{5}", message = "must be 5 digits", groups = Strict.class)
                String postalCode,
        @Nullable
                @Length(max = MAX_LENGTH)
                @Pattern(regexp = "[0-9]{1,4}", message = "must be 1 to 4 digits", groups = Strict.class)
                String section,
        @Nullable
                @Min(value = FIRST_YEAR, message = YEAR_MESSAGE, groups = Strict.class)
                @Max(value = LAST_YEAR, message = YEAR_MESSAGE, groups = Strict.class)
                Integer registrationYear,
        @Nullable
                @Min(value = FIRST_YEAR, message = YEAR_MESSAGE, groups = Strict.class)
                @Max(value = LAST_YEAR, message = YEAR_MESSAGE, groups = Strict.class)
                Integer issueYear,
        @Nullable
                @Min(value = FIRST_YEAR, message = YEAR_MESSAGE, groups = Strict.class)
                @Max(value = LAST_YEAR, message = YEAR_MESSAGE, groups = Strict.class)
                Integer expirationYear) {
    private static final int MAX_LENGTH = 255;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final String YEAR_MESSAGE = "must be a year from 1900 to 2200";

    @Override
    public String toString() {
        return "IneFields[not shown]"; // it is somebody's paper
    }
}
