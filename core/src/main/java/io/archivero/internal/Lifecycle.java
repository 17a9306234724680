package io.archivero.internal;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.ConflictException;
import io.archivero.Document;
import io.archivero.DocumentNotFoundException;
import io.archivero.DocumentStoreException;
import io.archivero.Environment;
import io.archivero.FileAttachment;
import io.archivero.IllegalTransitionException;
import io.archivero.StoredFile;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RowResult;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How documents go from one state of their life to the next.
 *
 * <p>One document, by its id: it is found, and a {@link TransitionRow} is written under its external id; what stood in the way
 * is thrown. Many, by external id: the same rows as a batch, answered like any batch. Either way the row is decided by the store's
 * writing path, against what is stored at that moment.
 */
public final class Lifecycle {
    private static final int NAME_LENGTH = 255;
    private static final int REASON_LENGTH = 1_024;

    private final DocumentStore store;
    private final StoreClock clock;

    /** Puts the collaborators together. */
    public Lifecycle(DocumentStore store, StoreClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns the same over another store. */
    public Lifecycle over(DocumentStore other) {
        return new Lifecycle(other, clock);
    }

    /** Verifies a document. */
    public Document verify(Environment environment, UUID id, String reviewer, @Nullable Long expectedVersion) {
        return step(environment, id, Transition.verify(reviewer(reviewer)), expectedVersion);
    }

    /** Rejects a document. */
    public Document reject(
            Environment environment, UUID id, String reviewer, String reason, @Nullable Long expectedVersion) {
        return step(environment, id, Transition.reject(reviewer(reviewer), reason(reason)), expectedVersion);
    }

    /** Attaches a file to a document. */
    public Document attach(Environment environment, UUID id, StoredFile file, @Nullable Long expectedVersion) {
        var violations = ItemValidator.checkFile(Objects.requireNonNull(file, "file"));
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations.stream()
                    .map(violation -> violation.path() + " " + violation.message())
                    .collect(Collectors.joining("; ", "file: ", "")));
        }
        return step(environment, id, Transition.attach(file), expectedVersion);
    }

    /** Detaches the file of a document. */
    public Document detach(Environment environment, UUID id, @Nullable Long expectedVersion) {
        return step(environment, id, Transition.detach(), expectedVersion);
    }

    /** Verifies documents, and answers for each. */
    public BatchUpsertResult verifyAll(
            Environment environment, List<String> externalIds, String reviewer, boolean atomic) {
        return stepAll(environment, externalIds, Transition.verify(reviewer(reviewer)), atomic);
    }

    /** Rejects documents, and answers for each. */
    public BatchUpsertResult rejectAll(
            Environment environment, List<String> externalIds, String reviewer, String reason, boolean atomic) {
        return stepAll(environment, externalIds, Transition.reject(reviewer(reviewer), reason(reason)), atomic);
    }

    /** Attaches files to documents, and answers for each. */
    public BatchUpsertResult attachAll(Environment environment, List<FileAttachment> attachments, boolean atomic) {
        var batch = BatchSize.checkedCopy(attachments, FileAttachment.class);
        var slots = new Slots<>(batch, FileAttachment::externalId, atomic);
        slots.refuseFaulty(ItemValidator::checkAttachment);
        return answer(
                environment,
                slots,
                attachment -> row(required(attachment.externalId()), Transition.attach(required(attachment.file()))),
                atomic);
    }

    private BatchUpsertResult stepAll(
            Environment environment, List<String> externalIds, Transition transition, boolean atomic) {
        var batch = BatchSize.checkedCopy(externalIds, String.class);
        var slots = new Slots<String>(batch, externalId -> externalId, atomic);
        slots.refuseFaulty(ItemValidator::checkExternalId);
        return answer(environment, slots, externalId -> row(externalId, transition), atomic);
    }

    private <T> BatchUpsertResult answer(
            Environment environment, Slots<T> slots, Function<T, TransitionRow> row, boolean atomic) {
        if (atomic && slots.anyRefused()) {
            throw new BatchRejectedException(slots.result());
        }
        slots.answerOpen(open -> store.write(environment, open.stream().map(row).toList(), atomic));
        var result = slots.result();
        return atomic ? result.orThrow() : result;
    }

    private TransitionRow row(String externalId, Transition transition) {
        return new TransitionRow(externalId, null, transition, null, clock.now());
    }

    private Document step(Environment environment, UUID id, Transition transition, @Nullable Long expectedVersion) {
        Objects.requireNonNull(id, "id");
        VersionGuard.checked(expectedVersion);
        var found = store.findById(environment, id).orElseThrow(() -> new DocumentNotFoundException(environment, id));
        var row = new TransitionRow(found.externalId(), id, transition, expectedVersion, clock.now());
        var result = store.write(environment, List.of(row), true).get(0);
        if (result.outcome().isSuccess()) {
            return required(result.document());
        }
        throw failure(environment, row, result);
    }

    private static RuntimeException failure(Environment environment, TransitionRow row, RowResult result) {
        var violation = required(result.violation());
        return switch (violation.code()) {
            case ViolationCodes.NOT_FOUND -> new DocumentNotFoundException(environment, required(row.id()));
            case ViolationCodes.EXPECTED_VERSION ->
                new ConflictException(
                        required(row.expectedVersion()),
                        required(result.document()).version());
            case ViolationCodes.ILLEGAL_TRANSITION ->
                new IllegalTransitionException(
                        required(result.document()).status(), row.transition().to());
            default -> new DocumentStoreException(violation.message() + "; nothing was written", null);
        };
    }

    private static String reviewer(String reviewer) {
        return text(reviewer, NAME_LENGTH, "reviewer");
    }

    private static String reason(String reason) {
        return text(reason, REASON_LENGTH, "reason");
    }

    private static String text(String text, int most, String name) {
        Texts.check(Objects.requireNonNull(text, name), 1, most, name, (Violation violation) -> {
            throw new IllegalArgumentException(name + " " + violation.message());
        });
        return text;
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
