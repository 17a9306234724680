package io.archivero.internal;

import io.archivero.DocumentQuery;
import org.jspecify.annotations.Nullable;

/** Looks at the texts of a query before anything of it is sent: a database could choke on what no document can have. */
final class QueryTexts {
    /** No {@link io.archivero.Limits} let a document have a larger one. */
    private static final int LARGEST_EXPONENT = 100_000;

    private QueryTexts() {}

    /** Tells whether there could be documents with such texts. */
    static boolean matchSomething(DocumentQuery query) {
        return isStorable(query.type())
                && isPrefix(query.externalIdPrefix())
                && isStorable(JsonAccess.open(query.metadata()).facts());
    }

    /** Some databases compute with numbers, and cannot with those that no limits allow. */
    private static boolean isStorable(JsonFacts facts) {
        return !facts.hostileText() && facts.numberExponent() <= LARGEST_EXPONENT;
    }

    private static boolean isPrefix(@Nullable String text) {
        return text == null || text.isEmpty() || ItemValidator.isExternalId(text);
    }

    private static boolean isStorable(@Nullable String text) {
        return text == null || Texts.isStorable(text);
    }
}
