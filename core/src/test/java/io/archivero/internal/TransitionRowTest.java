package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.Review;
import io.archivero.Revision;
import io.archivero.Scope;
import io.archivero.ViolationCodes;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What only a rival can bring about, between finding a document by its id and writing it. */
class TransitionRowTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

    @Test
    @DisplayName("A document that took the place of the one that was found is not the one that is meant")
    void anotherDocument() {
        var found = document(new UUID(1, 1));
        var successor = document(new UUID(1, 2));
        assertEquals(ItemOutcome.UPDATED, row(found).against(found).outcome());

        var plan = row(found).against(successor);
        assertEquals(ItemOutcome.CONFLICT, plan.outcome());
        assertEquals(ViolationCodes.NOT_FOUND, plan.result().violation().code());
        assertNull(plan.document());
    }

    @Test
    @DisplayName("A document that is gone is not found")
    void gone() {
        var plan = row(document(new UUID(1, 1))).against(null);
        assertEquals(ItemOutcome.CONFLICT, plan.outcome());
        assertEquals(ViolationCodes.NOT_FOUND, plan.result().violation().code());
    }

    private static TransitionRow row(Document found) {
        return new TransitionRow(found.externalId(), found.id(), Transition.verify("zoe"), null, NOW);
    }

    private static Document document(UUID id) {
        var content = DocumentUpsert.builder("a")
                .clientId(new UUID(3, 4))
                .scope(Scope.US)
                .type("x")
                .storagePath("p")
                .build();
        return new Document(id, content, Review.pending("p"), Revision.first(NOW));
    }
}
