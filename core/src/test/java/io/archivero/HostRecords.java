package io.archivero;

import io.archivero.constraints.Curp;
import io.archivero.constraints.Strict;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records as hosts write them: nothing here is Archivero's, but for two constraints that it lends. */
public final class HostRecords {
    private HostRecords() {}

    /** Constants. */
    public enum Colour {
        RED,
        GREEN;

        @Override
        public String toString() {
            return "a colour";
        }
    }

    /** Every scalar. */
    public record Scalars(
            String string,
            Boolean bool,
            Byte small,
            Short medium,
            Integer integer,
            Long large,
            BigInteger whole,
            BigDecimal decimal,
            Float single,
            Double dual,
            LocalDate date,
            Colour colour,
            JsonObject object,
            Map<String, Object> map) {}

    /** Primitives, which cannot be absent. */
    public record Primitives(boolean bool, int integer, long large, double dual) {}

    /** A primitive beside something that has a constraint. */
    public record Counted(int count, @NotBlank String name) {}

    /** What Jackson has to do with. */
    public record Nested(
            List<@Valid Address> addresses,
            Map<String, @Valid Address> byName,
            Set<@NotBlank String> tags,
            List<List<@Size(max = 3) String>> table,
            Optional<@Size(max = 3) String> alias,
            @Valid Address home) {}

    /** A part of another record. */
    public record Address(@NotBlank String street, int number, LocalDate since, Colour colour, JsonObject extra) {
        /** Refuses number 13. */
        public Address {
            if (number == 13) {
                throw new IllegalArgumentException("not " + street + " " + number);
            }
        }
    }

    /** Constraints of its own and the lent ones. */
    @Complete
    public record Person(
            @NotNull String name,
            @NotNull @Max(150) Integer age,
            @Curp String key,
            @Curp(groups = Strict.class) String otherKey) {}

    /** A constructor that refuses. */
    public record Picky(String name) {
        /** Refuses what it is given, and repeats it. */
        public Picky {
            if (name == null || name.startsWith("x")) {
                throw new IllegalArgumentException("what a name: " + name);
            }
        }
    }

    /** Messages that would tell the value. */
    public record Talkative(
            @DecimalMax("10") BigDecimal expression,

            @Size(max = 3, message = "${validatedValue} is too long") String value,

            @Repeats String repeated,

            @Size(max = 3, message = "at most {max}, please") String fine) {}

    /** A validator that fails on some values. */
    public record Fragile(@Breaks String value) {}

    /** A declaration that no validator can evaluate. */
    public record Wrong(@Size(max = 3) Integer number) {}

    /** A type that nothing can make. */
    public record Impossible(Runnable code) {}

    /** Breaks when the person has no name; reported for the person as a whole. */
    @Constraint(validatedBy = Complete.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Complete {
        String message() default "must be complete";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Evaluates it. */
        class Check implements ConstraintValidator<Complete, Person> {
            /** For the validation provider. */
            public Check() {}

            @Override
            public boolean isValid(Person person, ConstraintValidatorContext context) {
                return person.name() != null;
            }
        }
    }

    /** Always broken; its message repeats the value. */
    @Constraint(validatedBy = Repeats.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Repeats {
        String message() default "must not repeat";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Evaluates it. */
        class Check implements ConstraintValidator<Repeats, String> {
            /** For the validation provider. */
            public Check() {}

            @Override
            public boolean isValid(String value, ConstraintValidatorContext context) {
                if (value != null) {
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate("who is " + value + "?")
                            .addConstraintViolation();
                }
                return value == null;
            }
        }
    }

    /** Fails on a text that is no number. */
    @Constraint(validatedBy = Breaks.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Breaks {
        String message() default "must be odd";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Evaluates it. */
        class Check implements ConstraintValidator<Breaks, String> {
            /** For the validation provider. */
            public Check() {}

            @Override
            public boolean isValid(String value, ConstraintValidatorContext context) {
                return value == null || Integer.parseInt(value) % 2 == 1;
            }
        }
    }
}
