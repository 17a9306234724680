package io.archivero.spi;

import io.archivero.DocumentTypes;
import io.archivero.Limits;
import io.archivero.RepositoryListener;
import io.archivero.ValidationLevel;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What every builder of a repository lets a host choose. Not safe for use by several threads at once.
 *
 * @param <B> the builder itself
 */
public abstract class RepositoryBuilder<B extends RepositoryBuilder<B>> {
    private RepositoryOptions options = RepositoryOptions.DEFAULT;

    /** For subclasses. */
    protected RepositoryBuilder() {}

    /** Returns this. */
    protected abstract B self();

    /** Returns what was chosen so far. */
    protected final RepositoryOptions options() {
        return options;
    }

    /** Sets where creation and update times come from; the system's clock by default. */
    public final B clock(Clock clock) {
        options = options.withClock(clock);
        return self();
    }

    /** Sets how much JSON a document may carry; {@link Limits#DEFAULT} by default. */
    public final B limits(Limits limits) {
        options = options.withLimits(limits);
        return self();
    }

    /** Sets which records judge the fields of which documents; {@link DocumentTypes#builtIn()} by default. */
    public final B documentTypes(DocumentTypes documentTypes) {
        options = options.withDocumentTypes(documentTypes);
        return self();
    }

    /** Sets how strictly fields are judged; {@link ValidationLevel#BASIC} by default. */
    public final B validationLevel(ValidationLevel validationLevel) {
        options = options.withValidationLevel(validationLevel);
        return self();
    }

    /** Sets the host's own validator to evaluate the records' constraints with. */
    public final B validator(Validator validator) {
        options = options.withValidator(validator);
        return self();
    }

    /**
     * Sets who is told of every call; nobody by default. Several listeners are one by {@link RepositoryListener#allOf}.
     */
    public final B listener(RepositoryListener listener) {
        options = options.withListener(listener);
        return self();
    }

    /**
     * Sets where the durations that a listener is told come from, {@link System#nanoTime} by default: for tests that know how long a call
     * took.
     *
     * @param ticker nanoseconds since any moment, never going backwards; must be safe for use by several threads
     */
    public final B ticker(LongSupplier ticker) {
        options = options.withTicker(ticker);
        return self();
    }
}
