package io.archivero;

import java.util.Objects;
import java.util.stream.Collectors;

/** An atomic batch was refused: the store is exactly as before. {@link #result()} tells, item by item, why. */
public final class BatchRejectedException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** The full answer. */
    private final transient BatchUpsertResult result;

    /** Creates the exception for a result that holds at least one failure. */
    public BatchRejectedException(BatchUpsertResult result) {
        super(describe(result), null);
        this.result = result;
    }

    /** Returns the dense result: the culprits with their reasons, every other item as {@link ItemOutcome#NOT_APPLIED}. */
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
        return "batch of " + result.items().size() + " refused, nothing written: " + counts + culprit;
    }
}
