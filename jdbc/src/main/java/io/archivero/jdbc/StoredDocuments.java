package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.Environment;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Looks up any number of documents with one statement, whose text is the same for every number. */
public final class StoredDocuments {
    private StoredDocuments() {}

    /** Returns the documents that are stored under these external ids. */
    public static Map<String, Document> find(DocumentDao dao, Environment environment, Collection<String> externalIds)
            throws SQLException {
        var keys = ArrayArgument.ofText(dao.getHandle().getConnection(), externalIds);
        var found = new HashMap<String, Document>(2 * externalIds.size());
        dao.findByExternalIds(environment.wireName(), keys)
                .forEach(document -> found.put(document.externalId(), document));
        return found;
    }
}
