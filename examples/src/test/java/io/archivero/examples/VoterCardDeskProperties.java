package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentUpsert;
import io.archivero.testkit.ArchiveroDomain;
import io.archivero.testkit.InMemoryDocumentRepository;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

// tag::host-property[]
class VoterCardDeskProperties {
    @Property
    @Domain(ArchiveroDomain.class)
    void looksOnceAtWhateverIsHandedInTwice(@ForAll DocumentUpsert document) {
        var desk = new VoterCardDesk(InMemoryDocumentRepository.create());
        assertTrue(desk.handIn(document));
        assertFalse(desk.handIn(document));
    }
}
// end::host-property[]
