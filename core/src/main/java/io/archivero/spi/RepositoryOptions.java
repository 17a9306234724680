package io.archivero.spi;

import com.fasterxml.uuid.Generators;
import io.archivero.DocumentTypes;
import io.archivero.Limits;
import io.archivero.RepositoryListener;
import io.archivero.ValidationLevel;
import io.archivero.internal.FieldsValidator;
import io.archivero.internal.ItemValidator;
import io.archivero.internal.StoreClock;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a host chooses that does not concern the store. Starts as {@link #DEFAULT}; each method returns new options.
 *
 * @param clock where creation and update times come from
 * @param limits how much JSON a document may carry
 * @param documentTypes which records judge the fields of which documents
 * @param validationLevel how strictly
 * @param validator what evaluates the records' constraints; null for the library's own
 * @param listener who is told of calls
 * @param ticker where durations come from: nanoseconds since any moment, never going backwards
 */
public record RepositoryOptions(
        Clock clock,
        Limits limits,
        DocumentTypes documentTypes,
        ValidationLevel validationLevel,
        @Nullable Validator validator,
        RepositoryListener listener,
        LongSupplier ticker) {
    /** The system's clock, the default limits, the built-in types at the basic level, nobody listening. */
    public static final RepositoryOptions DEFAULT = new RepositoryOptions(
            Clock.systemUTC(),
            Limits.DEFAULT,
            DocumentTypes.builtIn(),
            ValidationLevel.BASIC,
            null,
            RepositoryListener.NONE,
            System::nanoTime);

    /** Refuses nulls, but for the validator. */
    public RepositoryOptions {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(documentTypes, "documentTypes");
        Objects.requireNonNull(validationLevel, "validationLevel");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(ticker, "ticker");
    }

    /** Returns these options with another clock. */
    public RepositoryOptions withClock(Clock clock) {
        return new RepositoryOptions(clock, limits, documentTypes, validationLevel, validator, listener, ticker);
    }

    /** Returns these options with other limits. */
    public RepositoryOptions withLimits(Limits limits) {
        return new RepositoryOptions(clock, limits, documentTypes, validationLevel, validator, listener, ticker);
    }

    /** Returns these options with other document types. */
    public RepositoryOptions withDocumentTypes(DocumentTypes documentTypes) {
        return new RepositoryOptions(clock, limits, documentTypes, validationLevel, validator, listener, ticker);
    }

    /** Returns these options with another level. */
    public RepositoryOptions withValidationLevel(ValidationLevel validationLevel) {
        return new RepositoryOptions(clock, limits, documentTypes, validationLevel, validator, listener, ticker);
    }

    /** Returns these options with the host's own validator. */
    public RepositoryOptions withValidator(Validator validator) {
        Objects.requireNonNull(validator, "validator");
        return new RepositoryOptions(clock, limits, documentTypes, validationLevel, validator, listener, ticker);
    }

    /** Returns these options with another listener. */
    public RepositoryOptions withListener(RepositoryListener listener) {
        return new RepositoryOptions(clock, limits, documentTypes, validationLevel, validator, listener, ticker);
    }

    /** Returns these options with another ticker. */
    public RepositoryOptions withTicker(LongSupplier ticker) {
        return new RepositoryOptions(clock, limits, documentTypes, validationLevel, validator, listener, ticker);
    }

    ItemValidator itemValidator() {
        var evaluator = validator == null ? FieldsValidator.defaultValidator() : validator;
        return new ItemValidator(limits, new FieldsValidator(documentTypes, validationLevel, evaluator));
    }

    StoreClock storeClock() {
        return new StoreClock(clock);
    }

    /**
     * Ids are UUIDs of version 7, made from the instant of creation: their order is the order of creation, to the millisecond, and
     * within one the order in which this process made them. Lists rest on it, and new rows stand together in an index.
     */
    Function<Instant, UUID> ids() {
        var generator = Generators.timeBasedEpochGenerator();
        return createdAt -> generator.construct(Math.max(0, createdAt.toEpochMilli()));
    }
}
