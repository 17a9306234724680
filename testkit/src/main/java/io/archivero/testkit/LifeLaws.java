package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Document;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.IllegalTransitionException;
import io.archivero.Scope;
import io.archivero.StoredFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What no life of a document can bring about, whatever is done to it and in whatever order. */
abstract class LifeLaws extends LawTopic {
    private static final int LONGEST = 14;
    private static final StoredFile FILE = new StoredFile("f", null, 1L, "path");

    LifeLaws(StoreFixture fixture) {
        super(fixture);
    }

    /** What may be done to the one document that these lives are about. */
    private enum Deed {
        VERIFY,
        REJECT,
        ATTACH,
        DETACH,
        REMOVE,
        CHANGE_FIELDS,
        CHANGE_FILE,
        CHANGE_NOTES,
        REPLAY
    }

    @Property
    @Label("no document is verified, or rejected, but out of a review that it waited for")
    void noShortCut(@ForAll("lives") List<Deed> life) {
        start();
        var before = stored();
        for (var deed : life) {
            perform(deed, before);
            var after = stored();
            if (Set.of(DocumentStatus.VERIFIED, DocumentStatus.REJECTED).contains(after.status())
                    && after.status() != before.status()) {
                assertEquals(DocumentStatus.PENDING_REVIEW, before.status(), () -> life.toString());
                assertEquals(before.id(), after.id());
                assertNotNull(after.reviewedBy());
            }
            assertEquals(after.status() == DocumentStatus.VERIFIED, after.verifiedAt() != null);
            assertEquals(after.status() == DocumentStatus.REJECTED, after.rejectionReason() != null);
            before = after;
        }
    }

    @Property
    @Label("a verification never outlives what it verified")
    void verificationHolds(@ForAll("lives") List<Deed> life) {
        start();
        var before = stored();
        @Nullable DocumentUpsert verified = null;
        for (var deed : life) {
            perform(deed, before);
            var after = stored();
            if (after.status() == DocumentStatus.VERIFIED) {
                verified = before.status() == DocumentStatus.VERIFIED ? verified : after.content();
                assertNotNull(verified);
                assertTrue(after.content().sameReviewedContent(verified), () -> life.toString());
            }
            before = after;
        }
    }

    @Property
    @Label("in whatever order versioned items are delivered, the highest source version stands in the end")
    void highestSourceVersionStands(
            @ForAll("versions") List<Long> versions, @ForAll Random random, @ForAll boolean atomic) {
        start();
        var deliveries = new ArrayList<>(versions);
        deliveries.addAll(versions.subList(0, versions.size() / 2)); // some come twice
        Collections.shuffle(deliveries, random);
        for (var version : deliveries) {
            run(TEST, List.of(versioned(version)), atomic);
        }
        var stored = repository.findByExternalId(TEST, "a").orElseThrow();
        assertEquals(versioned(Collections.max(versions)), stored.content(), () -> deliveries.toString());
    }

    @Provide
    Arbitrary<List<Deed>> lives() {
        return Arbitraries.of(Deed.class).list().ofMinSize(1).ofMaxSize(LONGEST);
    }

    @Provide
    Arbitrary<List<Long>> versions() {
        return Draw.mostly(
                        Arbitraries.longs().between(0, 9),
                        3,
                        Arbitraries.longs().greaterOrEqual(0))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static DocumentUpsert versioned(long version) {
        return item().type("v" + version).sourceVersion(version).build();
    }

    private static DocumentUpsert.Builder item() {
        return DocumentUpsert.builder("a")
                .clientId(new UUID(1, 2))
                .scope(Scope.US)
                .type("x");
    }

    /** Returns the document, which is created if it is not there. */
    private Document stored() {
        return repository.findByExternalId(TEST, "a").orElseGet(() -> upsert(item()));
    }

    /** A step that the state does not allow is refused, which these laws do not mind. */
    private void perform(Deed deed, Document before) {
        try {
            switch (deed) {
                case VERIFY -> repository.verify(TEST, before.id(), "zoe");
                case REJECT -> repository.reject(TEST, before.id(), "zoe", "no");
                case ATTACH -> repository.attachFile(TEST, before.id(), FILE);
                case DETACH -> repository.detachFile(TEST, before.id());
                case REMOVE -> repository.deleteById(TEST, before.id());
                case CHANGE_FIELDS -> upsert(before.content().toBuilder().type("t" + before.version()));
                case CHANGE_FILE -> upsert(before.content().toBuilder().storagePath("p" + before.version()));
                case CHANGE_NOTES -> upsert(before.content().toBuilder().sourceVersion(before.version()));
                case REPLAY -> upsert(before.content().toBuilder());
            }
        } catch (IllegalTransitionException refused) {
            assertEquals(before, repository.findByExternalId(TEST, "a").orElseThrow());
        }
    }

    private Document upsert(DocumentUpsert.Builder item) {
        return repository.upsertByExternalId(TEST, item.build()).document().orElseThrow();
    }
}
