package io.archivero.examples;

import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;

// tag::desk[]
/** A host's own code: it knows the interface, and no database. */
final class VoterCardDesk {
    private final DocumentRepository documents;

    VoterCardDesk(DocumentRepository documents) {
        this.documents = documents;
    }

    /** Takes a card in; returns whether there is something new to look at. */
    boolean handIn(DocumentUpsert card) {
        var outcome = documents.upsertByExternalId(Environment.LIVE, card).outcome();
        return outcome == ItemOutcome.CREATED || outcome == ItemOutcome.UPDATED;
    }
}
// end::desk[]
