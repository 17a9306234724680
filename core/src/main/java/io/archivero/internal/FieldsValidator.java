package io.archivero.internal;

import io.archivero.DocumentTypes;
import io.archivero.JsonObject;
import io.archivero.Scope;
import io.archivero.ValidationLevel;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import io.archivero.constraints.Strict;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintDefinitionException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.GroupDefinitionException;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.lang.annotation.ElementType;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Judges the fields of a document by the record that its type is registered with: first whether they fit its
 * components, then, of those that do, whether they keep its constraints.
 *
 * <p>Where a component did not fit, neither its own constraints are reported (it is null only because it did not fit)
 * nor those of the record as a whole, which may have missed it.
 */
public final class FieldsValidator {
    private static final String FIELDS = "/fields";
    private static final Comparator<Violation> ORDER =
            Comparator.comparing(Violation::path).thenComparing(Violation::code).thenComparing(Violation::message);

    private final DocumentTypes types;
    private final Class<?>[] groups;
    private final Validator validator;

    /** Judges by these records at this level; the validator evaluates their constraints. */
    public FieldsValidator(DocumentTypes types, ValidationLevel level, Validator validator) {
        this.types = types;
        this.groups = switch (level) {
            case BASIC -> new Class<?>[] {Default.class};
            case STRICT -> new Class<?>[] {Default.class, Strict.class};
        };
        this.validator = validator;
    }

    /**
     * Returns the library's own validator, which speaks English whatever the locale, and needs no expression language.
     */
    public static Validator defaultValidator() {
        return DefaultValidator.INSTANCE;
    }

    /**
     * Reports what is wrong with the fields; nothing if the type is not registered.
     *
     * @throws IllegalArgumentException if the record cannot be used
     * @throws IllegalStateException if its constraints cannot be used: a wrong declaration, not wrong data
     */
    void check(Scope scope, String type, JsonObject fields, Consumer<Violation> violations) {
        var record = types.find(scope, type);
        if (record.isPresent()) {
            check(record.get(), fields, violations);
        }
    }

    private <T extends Record> void check(Class<T> record, JsonObject fields, Consumer<Violation> violations) {
        var decoded = RecordType.of(record).decode(fields.asMap(), FIELDS);
        decoded.violations().forEach(violations);
        var value = decoded.value();
        if (value == null) {
            return;
        }
        Set<ConstraintViolation<T>> broken;
        try {
            broken = validator.validate(value, groups);
        } catch (ConstraintDeclarationException
                | ConstraintDefinitionException
                | GroupDefinitionException
                | InaccessibleObjectException e) {
            // These come from looking at the class, so their messages know of no value.
            throw new IllegalStateException(
                    "the constraints of " + record.getName() + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            violations.accept(unjudged(e));
            return;
        }
        if (!broken.isEmpty()) {
            report(broken, decoded.components(), fields, violations);
        }
    }

    private static void report(
            Set<? extends ConstraintViolation<?>> broken,
            Set<String> misfits,
            JsonObject fields,
            Consumer<Violation> violations) {
        broken.stream()
                .map(BrokenConstraint::new)
                .filter(constraint -> !constraint.isAbout(misfits))
                .map(constraint -> constraint.violation(FIELDS, fields))
                .distinct()
                .sorted(ORDER) // a set has none
                .forEach(violations);
    }

    /**
     * A constraint's code failed on this very value. The item is refused like any other, so that one item cannot hold
     * up its neighbours. Only the class of what was thrown is told: its message is likely to repeat the value.
     */
    private static Violation unjudged(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new Violation(
                ViolationCodes.NOT_ALLOWED,
                FIELDS,
                "cannot be judged: a constraint failed with " + cause.getClass().getName());
    }

    /**
     * Everything in a record is there to be validated. Where Jakarta Persistence is on the class path, the validator would ask it
     * about every component of every record: that takes longer than the rest of the validation.
     */
    private static final class Everything implements TraversableResolver {
        @Override
        public boolean isReachable(
                @Nullable Object value, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object value, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }
    }

    /** Made once, and only when asked for: that takes longer than many a batch. */
    private static final class DefaultValidator {
        // The messages of the root locale are English. Where a host's own bundle has no file for English itself, Java
        // would take the one for the JVM's locale.
        static final Validator INSTANCE = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration() // a host's validation.xml is about the host's validator
                .traversableResolver(new Everything())
                .enableTraversableResolverResultCache(false)
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.ROOT), Locale.ROOT, context -> Locale.ROOT, false))
                .buildValidatorFactory()
                .getValidator();
    }
}
