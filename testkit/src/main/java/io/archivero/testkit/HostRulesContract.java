package io.archivero.testkit;

import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.NOT_APPLIED;
import static io.archivero.ItemOutcome.REFUSED;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentStoreException;
import io.archivero.DocumentUpsert;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What else a host may add to the table: what breaks it is refused, item by item, and what the library cannot do is told. */
abstract class HostRulesContract extends JdbcTopic {
    HostRulesContract(JdbcFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("a foreign key refuses the documents of unknown clients, and no others")
    void foreignKey() {
        table.execute("create table host_client (id uuid primary key)");
        table.execute("insert into host_client values (?)", ANA);
        table.execute("alter table archivero_documents add constraint archivero_host_rule"
                + " foreign key (client_id) references host_client (id)");
        try {
            assertOutcomes(partial(plain("a"), ofBeto("b"), plain("c")), CREATED, REFUSED, CREATED);
            assertOutcomes(partial(ofBeto("a"), plain("c")), REFUSED, UNCHANGED);
            assertOutcomes(refused(ofBeto("d"), plain("e")), REFUSED, NOT_APPLIED);
            assertEquals(ANA, find("a").clientId());
        } finally {
            dropRule();
            table.execute("drop table host_client");
        }
    }

    @Test
    @DisplayName("a reference to a document keeps it from being deleted, which is told; it can be changed all the same")
    void reference() {
        atomic(plain("referenced"), plain("free"));
        table.execute("create table host_note (environment varchar(4), external_id varchar(510),"
                + " foreign key (environment, external_id) references archivero_documents (environment, external_id))");
        table.execute("insert into host_note values ('test', 'referenced')");
        try {
            assertTold("23503", () -> repository.deleteByExternalId(TEST, "referenced"));
            assertTold("23503", () -> repository.deleteAllByExternalId(TEST, List.of("free", "referenced")));
            assertTold("23503", () -> repository.deleteAllByClientId(TEST, ANA));
            assertEquals(2, countAll());
            assertOutcomes(atomic(ofBeto("referenced"), ofBeto("free")), UPDATED, UPDATED);
            assertTrue(repository.deleteByExternalId(TEST, "free"));
        } finally {
            table.execute("drop table host_note");
        }
    }

    @Test
    @DisplayName("a unique constraint refuses a second document, whoever it is, and however often it is tried")
    void unique() {
        table.execute("alter table archivero_documents add constraint archivero_host_rule unique (storage_path)");
        try {
            atomic(at("a", "path"));
            assertOutcomes(partial(at("b", "path"), at("c", "other"), plain("d")), REFUSED, CREATED, CREATED);
            assertOutcomes(partial(at("c", "path"), at("e", "third")), REFUSED, CREATED);
            assertOutcomes(partial(at("b", "path")), REFUSED);
            assertOutcomes(refused(at("f", "path"), plain("g")), REFUSED, NOT_APPLIED);
            assertEquals("other", find("c").storagePath());
            assertEquals(4, countAll());
        } finally {
            dropRule();
        }
    }

    @Test
    @DisplayName("a column that must not be empty refuses what is, however deep in a batch")
    void notNull() {
        table.execute("alter table archivero_documents alter column storage_path set not null");
        try {
            assertOutcomes(
                    partial(at("a", "1"), plain("b"), at("c", "2"), plain("d")), CREATED, REFUSED, CREATED, REFUSED);
            assertOutcomes(refused(at("e", "3"), plain("f")), NOT_APPLIED, REFUSED);
            var id = find("a").id();
            assertTold("23502", () -> repository.detachFile(TEST, id));
            assertEquals("1", find("a").storagePath());
        } finally {
            table.execute("alter table archivero_documents alter column storage_path drop not null");
        }
    }

    @Test
    @DisplayName(
            "a column that is renamed under a repository in use is told as missing, nothing is written, and all is well once it is back")
    void renamed() {
        atomic(plain("a"));
        table.execute("alter table archivero_documents rename column storage_path to path");
        try {
            assertTold("a column is missing", () -> atomic(ofBeto("a"), plain("b")));
            assertTold("a column is missing", () -> find("a"));
        } finally {
            table.execute("alter table archivero_documents rename column path to storage_path");
        }
        assertOutcomes(atomic(plain("a"), plain("b")), UNCHANGED, CREATED);
    }

    private void dropRule() {
        table.execute("alter table archivero_documents drop constraint archivero_host_rule");
    }

    private static DocumentUpsert ofBeto(String externalId) {
        return item(externalId).clientId(BETO).build();
    }

    private static DocumentUpsert at(String externalId, String path) {
        return item(externalId).storagePath(path).build();
    }

    private static void assertTold(String told, Executable call) {
        var message =
                String.valueOf(assertThrows(DocumentStoreException.class, call).getMessage());
        assertTrue(message.contains(told), message);
        assertFalse(message.contains("referenced"), message);
    }
}
