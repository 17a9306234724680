package io.archivero.examples;

import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.INVALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.Scope;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.UnexpectedRollbackException;

/** What {@code @Transactional} means for documents, with a real context and a real pool. */
abstract class SpringTransactions {
    private static final UUID ANA = UUID.fromString("0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a7");

    private final AnnotationConfigApplicationContext context;
    private final CustomerDesk desk;
    private final DocumentRepository documents;

    SpringTransactions(Class<?> database) {
        context = new AnnotationConfigApplicationContext(SpringHost.class, database);
        desk = context.getBean(CustomerDesk.class);
        documents = context.getBean(DocumentRepository.class);
        assertTrue(AopUtils.isAopProxy(desk), "Spring stands in front of the service");
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    @DisplayName("keeps the host's rows and the documents when it commits")
    void commit() {
        desk.register(ANA, List.of(paper("a"), paper("b")));
        assertKept(1, 2);
    }

    @Test
    @DisplayName("keeps neither when the host throws, after batches of either mode")
    void rollback() {
        var thrown = assertThrows(
                IllegalStateException.class,
                () -> desk.together(() -> {
                    desk.register(ANA, List.of(paper("a"), paper("b")));
                    documents.batchUpsertByExternalId(Environment.LIVE, List.of(paper("c"), unknownType()), false);
                    documents.upsertByExternalId(Environment.LIVE, paper("d"));
                    throw new IllegalStateException("the host changes its mind");
                }));
        assertEquals("the host changes its mind", thrown.getMessage());
        assertKept(0, 0);
    }

    @Test
    @DisplayName("keeps neither when an atomic batch is refused inside")
    void refused() {
        var refused = assertThrows(
                BatchRejectedException.class, () -> desk.register(ANA, List.of(paper("a"), unknownType())));
        assertEquals(1, refused.result().counts().get(INVALID));
        assertKept(0, 0);
    }

    @Test
    @DisplayName("cannot commit any more once a service inside has let a refusal through, even where that is caught")
    void refusedInside() {
        assertThrows(
                UnexpectedRollbackException.class,
                () -> desk.together(() -> {
                    documents.upsertByExternalId(Environment.LIVE, paper("before"));
                    assertThrows(BatchRejectedException.class, () -> desk.register(ANA, List.of(unknownType())));
                }));
        assertKept(0, 0);
    }

    @Test
    @DisplayName("goes on after a refusal that the service catches itself, which leaves nothing of the batch")
    void refusedAndCaught() {
        desk.together(() -> {
            desk.register(ANA, List.of(paper("a")));
            assertThrows(
                    BatchRejectedException.class,
                    () -> documents.batchUpsertByExternalId(Environment.LIVE, List.of(paper("b"), taken("a"))));
            var partial =
                    documents.batchUpsertByExternalId(Environment.LIVE, List.of(paper("c"), unknownType()), false);
            assertEquals(
                    List.of(CREATED, INVALID),
                    partial.items().stream().map(item -> item.outcome()).toList());
        });
        assertKept(1, 2);
    }

    @Test
    @DisplayName("shows its services what was written in it, and nobody else before it commits")
    void visibility() {
        desk.together(() -> {
            desk.register(ANA, List.of(paper("a")));
            assertEquals(1, desk.lookUp(this::papers));
            assertTrue(documents.findByExternalId(Environment.LIVE, "a").isPresent());
            desk.apart(() -> assertEquals(0, papers()));
        });
        assertEquals(1, desk.lookUp(this::papers));
    }

    @Test
    @DisplayName("keeps what was written apart, whatever becomes of the transaction around it")
    void apart() {
        assertThrows(
                IllegalStateException.class,
                () -> desk.together(() -> {
                    // In this order: on H2, whose writers take turns, the other way round would wait for itself.
                    desk.apart(() -> documents.upsertByExternalId(Environment.LIVE, paper("apart")));
                    documents.upsertByExternalId(Environment.LIVE, paper("together"));
                    throw new IllegalStateException("the host changes its mind");
                }));
        assertTrue(documents.findByExternalId(Environment.LIVE, "apart").isPresent());
        assertKept(0, 1);
    }

    @Test
    @DisplayName("is not needed: outside of one, each call commits by itself")
    void outside() {
        documents.batchUpsertByExternalId(Environment.LIVE, List.of(paper("a"), paper("b")));
        assertKept(0, 2);
    }

    /** Looks past Spring and the library, through a connection of its own. */
    private void assertKept(long customers, long papers) {
        var plain = new JdbcTemplate(context.getBean(DataSource.class));
        assertEquals(customers, plain.queryForObject("select count(*) from customer", Long.class));
        assertEquals(papers, plain.queryForObject("select count(*) from archivero_documents", Long.class));
    }

    private long papers() {
        return documents.count(Environment.LIVE, DocumentQuery.all());
    }

    private static DocumentUpsert paper(String externalId) {
        return DocumentUpsert.builder(externalId)
                .clientId(ANA)
                .scope(Scope.MX)
                .type("ine")
                .build();
    }

    private static DocumentUpsert taken(String externalId) {
        return paper(externalId).toBuilder().size(1L).expectedVersion(0L).build();
    }

    private static DocumentUpsert unknownType() {
        return paper("unknown").toBuilder().type("NOT A TYPE").build();
    }
}
