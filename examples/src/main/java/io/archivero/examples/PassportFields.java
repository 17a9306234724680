package io.archivero.examples;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

// tag::record[]
/** What a passport says: JSON types from the components, rules from the annotations. */
public record PassportFields(
        @NotBlank @Pattern(regexp = "[A-Z][0-9]{8}", message = "must be a letter and 8 digits") String number,

        @NotBlank String surname,
        LocalDate validUntil) {}
// end::record[]
