package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentUpsert;
import io.archivero.Scope;
import io.archivero.testkit.InMemoryDocumentRepository;
import java.util.UUID;
import org.junit.jupiter.api.Test;

// tag::host-test[]
class VoterCardDeskTest {
    private final VoterCardDesk desk = new VoterCardDesk(InMemoryDocumentRepository.create());

    @Test
    void looksOnceAtACardThatIsHandedInTwice() {
        var card = DocumentUpsert.builder("ine-000123")
                .clientId(UUID.randomUUID())
                .scope(Scope.MX)
                .type("ine")
                .build();
        assertTrue(desk.handIn(card));
        assertFalse(desk.handIn(card));
    }
}
// end::host-test[]
