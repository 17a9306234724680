package io.archivero;

import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An atomic batch was refused: the store is exactly as before. {@link #result()} tells, item by item, why. (Thrown by
 * {@link BatchUpsertResult#orThrow()} after a partial batch, it only says that some items were not stored.)
 */
public final class BatchRejectedException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** The full answer. */
    private final transient BatchUpsertResult result;

    /** Creates the exception for a result that holds at least one failure. */
    public BatchRejectedException(BatchUpsertResult result) {
        super(describe(result), null);
        this.result = result;
    }

    /** Returns the dense result: of an atomic batch, the culprits with their reasons, and the rest as {@link ItemOutcome#NOT_APPLIED}. */
    public BatchUpsertResult result() {
        return result;
    }

    private static String describe(BatchUpsertResult result) {
        Objects.requireNonNull(result, "result");
        var counts = result.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        var culprit = result.items().stream()
                .filter(item -> !item.violations().isEmpty())
                .findFirst()
                .map(item -> "; first culprit: item " + item.index() + ", "
                        + item.violations().get(0).code() + " at \""
                        + item.violations().get(0).path() + "\"")
                .orElse("");
        var fate = result.atomic() ? " refused, nothing written: " : " not stored as a whole: ";
        return "batch of " + result.items().size() + fate + counts + culprit;
    }
}
