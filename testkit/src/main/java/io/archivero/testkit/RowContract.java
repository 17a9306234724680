package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.DocumentCategory;
import io.archivero.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stands in the table, read in plain SQL. */
abstract class RowContract extends JdbcTopic {
    RowContract(JdbcFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("carry the version, in their own environment")
    void versions() {
        atomic(plain("a"), plain("b"));
        atomic(item("a").size(2L).build());
        repository.upsertByExternalId(LIVE, plain("a"));
        assertEquals(Map.of("a", 2L, "b", 1L), table.versions(TEST));
        assertEquals(Map.of("a", 1L), table.versions(LIVE));
    }

    @Test
    @DisplayName("are not touched by a replay, in either mode")
    void replay() {
        repository.batchUpsertByExternalId(TEST, items(20, 1));
        var before = table.rows();
        clock.advance(Duration.ofDays(1));
        repository.batchUpsertByExternalId(TEST, items(20, 1), true);
        repository.batchUpsertByExternalId(TEST, items(20, 1), false);
        assertEquals(before, table.rows());
    }

    @Test
    @DisplayName("are not touched by a preview")
    void preview() {
        repository.batchUpsertByExternalId(TEST, items(20, 1));
        var before = table.rows();
        repository.previewBatchUpsert(TEST, items(30, 2));
        assertEquals(before, table.rows());
    }

    @Test
    @DisplayName("are not touched by an atomic batch that is refused late, by its last conflict")
    void lateConflict() {
        repository.batchUpsertByExternalId(TEST, items(20, 1));
        var before = table.rows();
        var items = new ArrayList<>(items(30, 2));
        items.add(item("zzz").expectedVersion(1L).build());
        assertThrows(BatchRejectedException.class, () -> repository.batchUpsertByExternalId(TEST, items));
        assertEquals(before, table.rows());
    }

    @Test
    @DisplayName("are changed only where an item differs")
    void onlyWhatDiffers() {
        atomic(plain("a"), plain("b"));
        var before = table.rows();
        atomic(plain("a"), item("b").size(1L).build());
        var after = table.rows();
        assertEquals(before.get(0), after.get(0));
        assertNotEquals(before.get(1), after.get(1));
    }

    @Test
    @DisplayName("hold the wire forms of environment, category and status, and the canonical text of JSON")
    void wireForms() {
        stored(item("a").category(DocumentCategory.IDENTITY).metadata(JsonObject.parse("{\"b\":1.0,\"a\":2}")));
        var row = table.rows().get(0);
        for (var text :
                List.of("test|a|", "|identity|", "|pending_upload|", "{\"a\":2,\"b\":1}", "|proof_of_address|")) {
            assertTrue(row.contains(text), text);
        }
    }
}
