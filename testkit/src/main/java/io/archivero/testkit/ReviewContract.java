package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.Document;
import io.archivero.DocumentCategory;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Review;
import io.archivero.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A verification never outlives what it verified. */
abstract class ReviewContract extends ContractTopic {
    private static final Instant THEN = Instant.parse("2026-02-28T23:59:59.999999Z");
    private static final Review VERIFIED =
            new Review(DocumentStatus.VERIFIED, THEN, "Íñigo 🕵", null, THEN.plusSeconds(1), "Íñigo 🕵");
    private static final Review REJECTED = new Review(DocumentStatus.REJECTED, null, null, "it's blurred", THEN, "Zoë");
    private static final JsonObject JSON = JsonObject.parse("{\"k\":1}");

    ReviewContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("comes back as it is stored")
    void comesBack() {
        assertEquals(VERIFIED, reviewed(VERIFIED).review());
        assertEquals(REJECTED, reviewed(REJECTED).review());
    }

    @Test
    @DisplayName("stands when nothing changes")
    void standsOnReplay() {
        var before = reviewed(VERIFIED);
        atomic(document().build());
        assertEquals(before, find("a"));
    }

    @Test
    @DisplayName("stands when metadata or the expiry date change")
    void standsOnNotes() {
        assertReview(VERIFIED, VERIFIED, item -> item.metadata(JSON));
        assertReview(REJECTED, REJECTED, item -> item.metadata(JSON));
        assertReview(VERIFIED, VERIFIED, item -> item.expiresAt(LocalDate.of(2031, 12, 31)));
    }

    @Test
    @DisplayName("stands when an item without a file changes only metadata")
    void standsWithKeptFile() {
        reviewed(VERIFIED);
        assertEquals(VERIFIED, stored(item("a").metadata(JSON)).review());
    }

    @Test
    @DisplayName("begins again when anything changes that was reviewed")
    void beginsAgain() {
        assertBeginsAgain(item -> item.clientId(BETO));
        assertBeginsAgain(item -> item.scope(Scope.US));
        assertBeginsAgain(item -> item.type("other"));
        assertBeginsAgain(item -> item.category(DocumentCategory.TAX));
        assertBeginsAgain(item -> item.contentType("image/png"));
        assertBeginsAgain(item -> item.filename("b.pdf"));
        assertBeginsAgain(item -> item.size(2L));
        assertBeginsAgain(item -> item.storagePath("s3://b"));
        assertBeginsAgain(item -> item.fields(JSON));
    }

    @Test
    @DisplayName("begins again after a rejection too, and the reason is gone")
    void rejectionBeginsAgain() {
        assertReview(REJECTED, pending(DocumentStatus.PENDING_REVIEW), item -> item.fields(JSON));
    }

    @Test
    @DisplayName("waits for an upload when the new state has no storage path")
    void waitsForUpload() {
        assertReview(VERIFIED, pending(DocumentStatus.PENDING_UPLOAD), item -> item.storagePath(null));
    }

    private static DocumentUpsert.Builder document() {
        return item("a")
                .filename("a.pdf")
                .contentType("application/pdf")
                .size(1L)
                .storagePath("s3://a");
    }

    private Document reviewed(Review review) {
        fixture.clear();
        stored(document());
        fixture.review(TEST, "a", review);
        return find("a");
    }

    private void assertBeginsAgain(UnaryOperator<DocumentUpsert.Builder> change) {
        assertReview(VERIFIED, pending(DocumentStatus.PENDING_REVIEW), change);
    }

    private void assertReview(Review before, Review expected, UnaryOperator<DocumentUpsert.Builder> change) {
        reviewed(before);
        var after = stored(change.apply(document()));
        assertEquals(2, after.version());
        assertEquals(expected, after.review());
        assertEquals(after, find("a"));
    }

    private static Review pending(DocumentStatus status) {
        return new Review(status, null, null, null, null, null);
    }
}
