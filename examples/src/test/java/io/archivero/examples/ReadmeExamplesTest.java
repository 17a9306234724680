package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import io.archivero.BatchRejectedException;
import io.archivero.CallEvent;
import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentTypes;
import io.archivero.DocumentUpsert;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.ImportOptions;
import io.archivero.ItemOutcome;
import io.archivero.JsonObject;
import io.archivero.Limits;
import io.archivero.Operation;
import io.archivero.PageRequest;
import io.archivero.RepositoryListener;
import io.archivero.SchemaMode;
import io.archivero.Scope;
import io.archivero.StoredFile;
import io.archivero.ValidationLevel;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import io.archivero.micrometer.MicrometerListener;
import io.archivero.testkit.EmbeddedPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The README's examples, compiled and run. {@link ReadmeTest} sees to it that the README shows them as they stand here. */
@DisplayName("The README's examples")
class ReadmeExamplesTest {
    private static final UUID ANA = UUID.fromString("0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a7");

    private final HikariDataSource hostPool = new HikariDataSource();

    @AfterEach
    void closePool() {
        hostPool.close();
    }

    /** Three cards, the second of which nobody owns. */
    private static List<DocumentUpsert> cards() {
        return List.of(card("ine-000001", ANA), card("ine-000002", null), card("ine-000003", ANA));
    }

    private static DocumentUpsert card(String externalId, @Nullable UUID clientId) {
        return DocumentUpsert.builder(externalId)
                .clientId(clientId)
                .scope(Scope.MX)
                .type("ine")
                .build();
    }

    static void atomic(PrintStream out) {
        try (var documents = H2DocumentRepository.inMemory()) {
            var cards = cards();
            // tag::atomic[]
            try {
                documents.batchUpsertByExternalId(Environment.LIVE, cards, true);
            } catch (BatchRejectedException refused) { // nothing was written
                for (var item : refused.result().items()) {
                    out.println(item.index() + " " + item.outcome() + " " + item.violations());
                }
            }
            // end::atomic[]
        }
    }

    static void partial(PrintStream out) {
        try (var documents = H2DocumentRepository.inMemory()) {
            var cards = cards();
            // tag::partial[]
            var result = documents.batchUpsertByExternalId(Environment.LIVE, cards, false);
            for (var item : result.items()) {
                out.println(item.index() + " " + item.outcome() + " " + item.violations());
            }
            // end::partial[]
        }
    }

    @Test
    @DisplayName("imports what can be stored, and tells of the rest")
    void imports() {
        var told = Output.of(ReadmeExamplesTest::imports);
        assertEquals("1 [Violation[code=required, path=/clientId, message=is required]]\n2 stored\n", told);
    }

    private static void imports(PrintStream out) {
        var cards = cards();
        boolean running = true;
        try (var documents = H2DocumentRepository.inMemory()) {
            // tag::import[]
            var options = ImportOptions.defaults()
                    .withParallelism(4)
                    .withRefusalSink((position, item, result) -> out.println(position + " " + result.violations()))
                    .withListener(progress -> running); // false ends it, and report.resumePoint() says where to go on
            var report = documents.importAll(Environment.LIVE, cards.iterator(), options);
            out.println(report.stored() + " stored");
            // end::import[]
        }
    }

    @Test
    @DisplayName("list documents page by page, and stream them")
    void lists() {
        try (var documents = H2DocumentRepository.inMemory()) {
            documents.upsertByExternalId(Environment.LIVE, card("ine-000123", ANA));
            // tag::lists[]
            var query = DocumentQuery.all().clientId(ANA).type("ine"); // newest first, unless told otherwise
            var page = documents.list(
                    Environment.LIVE, query, PageRequest.first(50).withTotalCount());
            while (page.hasMore()) {
                page = documents.list(Environment.LIVE, query, PageRequest.after(page.nextCursor(), 50));
            }
            try (var all = documents.stream(Environment.LIVE, query.oldestFirst())) {
                all.forEach(document -> export(document)); // however many there are
            }
            // end::lists[]
            assertEquals(1, page.documents().size());
        }
    }

    private static void export(Document document) {
        assertEquals("ine", document.type());
    }

    @Test
    @DisplayName("take documents through their life")
    void life() {
        try (var documents = H2DocumentRepository.inMemory()) {
            documents.upsertByExternalId(Environment.LIVE, card("ine-000123", ANA));
            // tag::life[]
            var id = documents
                    .findByExternalId(Environment.LIVE, "ine-000123")
                    .orElseThrow()
                    .id();

            var file = new StoredFile("front.jpg", "image/jpeg", 48_211L, "s3://cards/000123");
            documents.attachFile(Environment.LIVE, id, file); // PENDING_UPLOAD to PENDING_REVIEW
            documents.verify(Environment.LIVE, id, "reviewer-7"); // to VERIFIED, until something reviewed changes
            documents.rejectAllByExternalId(
                    Environment.LIVE, List.of("ine-000123", "ine-000124"), "reviewer-7", "blurred", false);
            // CONFLICT: verified already, and CONFLICT: no such document
            documents.deleteAllByClientId(Environment.LIVE, ANA); // the right to be forgotten
            // end::life[]
            assertEquals(0, documents.count(Environment.LIVE, DocumentQuery.all()));
        }
    }

    @Test
    @DisplayName("open an H2 file, a database in memory, and a file with options")
    void h2(@TempDir Path data) {
        // tag::h2[]
        var kept = H2DocumentRepository.open(data.resolve("documents")); // the file is made if it is not there
        var scratch = H2DocumentRepository.inMemory();
        var tuned = H2DocumentRepository.builder(data.resolve("others"))
                .validationLevel(ValidationLevel.STRICT)
                .limits(Limits.DEFAULT.withMaxJsonBytes(16 * 1024))
                .durability(Durability.PROCESS_CRASH)
                .build();
        // end::h2[]
        for (var documents : List.of(kept, scratch, tuned)) {
            try (documents) {
                assertStores(documents);
            }
        }
    }

    @Test
    @DisplayName("open PostgreSQL over a pool")
    void postgres() {
        hostPool.setDataSource(EmbeddedPostgres.freshDatabase());
        DataSource pool = hostPool;
        // tag::postgres[]
        var documents = PostgresDocumentRepository.create(pool);
        // end::postgres[]
        assertStores(documents);
        // tag::postgres-options[]
        var archive = PostgresDocumentRepository.builder(pool)
                .schema("archive")
                .schemaMode(SchemaMode.MIGRATE)
                .validationLevel(ValidationLevel.STRICT)
                .build();
        // end::postgres-options[]
        assertStores(archive);
    }

    @Test
    @DisplayName("join the transaction of a connection")
    void joinsAConnection() throws SQLException {
        var dataSource = hostDatabase();
        var documents = H2DocumentRepository.create(dataSource);
        var card = card("ine-000001", ANA);
        // tag::using[]
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("insert into customer (id) values (?)")) {
                insert.setObject(1, ANA);
                insert.executeUpdate();
            }
            documents.using(connection).batchUpsertByExternalId(Environment.LIVE, List.of(card));
            connection.commit(); // the customer and the card, or neither
        }
        // end::using[]
        assertEquals(1, documents.count(Environment.LIVE, DocumentQuery.all()));
        assertEquals(1, customers(dataSource));
    }

    @Test
    @DisplayName("register a document type of the host's own, and read it back typed")
    void registersAType(@TempDir Path data) {
        // tag::types[]
        var types = DocumentTypes.builtIn().with(Scope.US, "passport", PassportFields.class);
        var documents = H2DocumentRepository.builder(data.resolve("documents"))
                .documentTypes(types)
                .build();
        // end::types[]
        try (documents) {
            var passport = DocumentUpsert.builder("p-1")
                    .clientId(ANA)
                    .scope(Scope.US)
                    .type("passport")
                    .fields(JsonObject.parse("""
                            {"number": "X12345678", "surname": "Muñoz", "validUntil": "2031-05-06"}"""))
                    .build();
            documents.upsertByExternalId(Environment.LIVE, passport);
            // tag::typed[]
            var fields = documents
                    .findByExternalId(Environment.LIVE, "p-1")
                    .orElseThrow()
                    .fieldsAs(PassportFields.class);
            // end::typed[]
            assertEquals(new PassportFields("X12345678", "Muñoz", LocalDate.of(2031, 5, 6)), fields);
            var wrong = passport.toBuilder().fields(JsonObject.EMPTY).build();
            assertThrows(BatchRejectedException.class, () -> documents.upsertByExternalId(Environment.LIVE, wrong));
        }
    }

    @Test
    @DisplayName("count and time calls with Micrometer, and tell a listener of the host's own")
    void listens(@TempDir Path data) {
        var registry = new SimpleMeterRegistry();
        var slow = new ArrayList<Operation>();
        // tag::listener[]
        RepositoryListener slowCalls = new RepositoryListener() {
            @Override
            public void onCall(CallEvent call) {
                if (call.duration().toMillis() >= 500 || call.retries() > 3) {
                    slow.add(call.operation());
                }
            }
        };
        var documents = H2DocumentRepository.builder(data.resolve("documents"))
                .listener(RepositoryListener.allOf(new MicrometerListener(registry), slowCalls))
                .build();
        // end::listener[]
        try (documents) {
            assertStores(documents);
        }
        assertEquals(
                2,
                registry.get("archivero.items")
                        .tag("outcome", "created")
                        .counter()
                        .count());
        assertEquals(1, registry.get("archivero.calls").timer().count());
    }

    private static void assertStores(DocumentRepository documents) {
        var result = documents.batchUpsertByExternalId(Environment.TEST, cards(), false);
        assertEquals(2, result.counts().get(ItemOutcome.CREATED));
    }

    private DataSource hostDatabase() {
        hostPool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        new JdbcTemplate(hostPool).execute("create table customer (id uuid primary key)");
        return hostPool;
    }

    private static int customers(DataSource dataSource) {
        var count = new JdbcTemplate(dataSource).queryForObject("select count(*) from customer", Integer.class);
        return count == null ? 0 : count;
    }
}
