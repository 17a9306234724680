package io.archivero.testkit;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same answers where a host has added the optional indexes: they are other ways to find the same documents. */
abstract class IndexedQueryContract extends QueryContract {
    private static final Map<String, String> INDEXES = Map.of(
            "archivero_documents_status_id", "status",
            "archivero_documents_expires_at_id", "expires_at",
            "archivero_documents_updated_at_id", "updated_at");

    private final DocumentTable table;

    IndexedQueryContract(JdbcFixture fixture) {
        super(fixture);
        this.table = fixture.table();
    }

    @BeforeEach
    void addIndexes() {
        INDEXES.forEach((name, column) ->
                table.execute("create index " + name + " on archivero_documents (environment, " + column + ", id)"));
    }

    @AfterEach
    void dropIndexes() {
        INDEXES.keySet().forEach(name -> table.execute("drop index " + name));
    }
}
