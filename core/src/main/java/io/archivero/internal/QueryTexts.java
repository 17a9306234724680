package io.archivero.internal;

import io.archivero.DocumentQuery;
import org.jspecify.annotations.Nullable;

/** Looks at the texts of a query before anything of it is sent: a database could choke on what no document can have. */
final class QueryTexts {
    private QueryTexts() {}

    /** Tells whether there could be documents with such texts. */
    static boolean matchSomething(DocumentQuery query) {
        return isStorable(query.type())
                && isPrefix(query.externalIdPrefix())
                && !JsonAccess.open(query.metadata()).facts().hostileText();
    }

    private static boolean isPrefix(@Nullable String text) {
        return text == null || text.isEmpty() || ItemValidator.isExternalId(text);
    }

    private static boolean isStorable(@Nullable String text) {
        return text == null || Texts.isStorable(text);
    }
}
