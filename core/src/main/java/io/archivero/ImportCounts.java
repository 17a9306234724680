package io.archivero;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What {@link ImportProgress} and {@link ImportReport} have in common. */
final class ImportCounts {
    private ImportCounts() {}

    /** Returns an unmodifiable copy that has every outcome, in order. */
    static Map<ItemOutcome, Long> copyOf(Map<ItemOutcome, Long> counts) {
        Objects.requireNonNull(counts, "counts");
        var copy = new EnumMap<ItemOutcome, Long>(ItemOutcome.class);
        for (var outcome : ItemOutcome.values()) {
            copy.put(outcome, counts.getOrDefault(outcome, 0L));
        }
        return Collections.unmodifiableMap(copy);
    }

    /** Returns how many items ended well, or badly. */
    static long sum(Map<ItemOutcome, Long> counts, boolean well) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().isSuccess() == well)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
