package io.archivero.testkit;

import static io.archivero.DocumentStatus.PENDING_REVIEW;
import static io.archivero.DocumentStatus.PENDING_UPLOAD;
import static io.archivero.DocumentStatus.REJECTED;
import static io.archivero.DocumentStatus.VERIFIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.ConflictException;
import io.archivero.Document;
import io.archivero.DocumentNotFoundException;
import io.archivero.DocumentStatus;
import io.archivero.IllegalTransitionException;
import io.archivero.Review;
import io.archivero.StoredFile;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The steps in the life of one document. Nulls are passed on purpose: hosts written without null checks pass them too. */
@SuppressWarnings("NullAway")
abstract class LifecycleContract extends ContractTopic {
    private static final StoredFile FILE = new StoredFile("card.png", "image/png", 7L, "s3://bucket/card");

    LifecycleContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("verifying says who and when, and makes a new version")
    void verifies() {
        var before = waiting();
        clock.advance(Duration.ofHours(1));
        var verified = repository.verify(TEST, before.id(), "Zoë");
        var now = clock.instant();
        assertEquals(new Review(VERIFIED, now, "Zoë", null, now, "Zoë"), verified.review());
        assertNext(before, verified);
        assertEquals(before.content(), verified.content());
    }

    @Test
    @DisplayName("rejecting says who, when and why, and makes a new version")
    void rejects() {
        var before = waiting();
        clock.advance(Duration.ofHours(1));
        var rejected = repository.reject(TEST, before.id(), "Zoë", "it's blurred");
        assertEquals(new Review(REJECTED, null, null, "it's blurred", clock.instant(), "Zoë"), rejected.review());
        assertNext(before, rejected);
    }

    @Test
    @DisplayName("attaching sets the four attributes of the file, and asks for a review")
    void attaches() {
        var before = stored(item("a").filename("old.pdf"));
        var attached = repository.attachFile(TEST, before.id(), FILE);
        assertEquals(pending(PENDING_REVIEW), attached.review());
        assertFile(FILE, attached);
        assertNext(before, attached);
    }

    @Test
    @DisplayName("attaching after a rejection replaces the file, and the rejection is gone")
    void attachesAfterRejection() {
        var rejected = repository.reject(TEST, waiting().id(), "Zoë", "blurred");
        var attached = repository.attachFile(TEST, rejected.id(), new StoredFile(null, null, null, "s3://other"));
        assertEquals(pending(PENDING_REVIEW), attached.review());
        assertFile(new StoredFile(null, null, null, "s3://other"), attached);
        assertEquals(
                new Review(VERIFIED, clock.instant(), "Ana", null, clock.instant(), "Ana"),
                repository.verify(TEST, attached.id(), "Ana").review());
    }

    @Test
    @DisplayName("detaching leads from every state to an upload that is waited for")
    void detaches() {
        for (var status : DocumentStatus.values()) {
            fixture.clear();
            var before = in(status);
            var detached = repository.detachFile(TEST, before.id());
            assertEquals(pending(PENDING_UPLOAD), detached.review());
            assertFile(new StoredFile(null, null, null, null), detached);
            assertEquals(detached, find("a"));
        }
    }

    @Test
    @DisplayName("detaching where there is nothing to detach writes nothing, and asks for no version")
    void detachesNothing() {
        var before = stored(item("a"));
        clock.advance(Duration.ofHours(1));
        assertEquals(before, repository.detachFile(TEST, before.id()));
        assertEquals(before, repository.detachFile(TEST, before.id(), 9));
        assertEquals(before, find("a"));
    }

    @Test
    @DisplayName("every other transition is refused with both states, and changes nothing")
    void illegalTransitions() {
        for (var from : DocumentStatus.values()) {
            fixture.clear();
            var id = in(from).id();
            if (from != PENDING_REVIEW) {
                assertIllegal(from, VERIFIED, () -> repository.verify(TEST, id, "Zoë"));
                assertIllegal(from, REJECTED, () -> repository.reject(TEST, id, "Zoë", "no"));
            }
            if (from == PENDING_REVIEW || from == VERIFIED) {
                assertIllegal(from, PENDING_REVIEW, () -> repository.attachFile(TEST, id, FILE));
            }
        }
    }

    @Test
    @DisplayName("an expected version lets a step in, or names both versions")
    void expectedVersion() {
        var id = waiting().id();
        assertConflict(2, 1, () -> repository.verify(TEST, id, "Zoë", 2));
        assertConflict(0, 1, () -> repository.reject(TEST, id, "Zoë", "no", 0));
        assertConflict(9, 1, () -> repository.attachFile(TEST, id, FILE, 9));
        assertConflict(9, 1, () -> repository.detachFile(TEST, id, 9));
        assertEquals(1, find("a").version());
        assertEquals(2, repository.verify(TEST, id, "Zoë", 1).version());
        assertEquals(3, repository.detachFile(TEST, id, 2).version());
        assertEquals(4, repository.attachFile(TEST, id, FILE, 3).version());
        assertEquals(5, repository.reject(TEST, id, "Zoë", "no", 4).version());
        assertThrows(IllegalArgumentException.class, () -> repository.verify(TEST, id, "Zoë", -1));
    }

    @Test
    @DisplayName("a document that the environment has not is not found")
    void notFound() {
        var id = waiting().id();
        assertNotFound(() -> repository.verify(LIVE, id, "Zoë"));
        assertNotFound(() -> repository.reject(LIVE, id, "Zoë", "no"));
        assertNotFound(() -> repository.attachFile(LIVE, id, FILE));
        assertNotFound(() -> repository.detachFile(LIVE, id));
        assertNotFound(() -> repository.verify(TEST, new UUID(1, 2), "Zoë", 1));
    }

    @Test
    @DisplayName("a name, reason or file that cannot be stored is a wrong call, which says where and not what")
    void wrongTexts() {
        var id = waiting().id();
        assertWrong("reviewer", () -> repository.verify(TEST, id, ""));
        assertWrong("reviewer", () -> repository.verify(TEST, id, "SECRET\0"));
        assertWrong("reviewer", () -> repository.reject(TEST, id, "SECRET" + "x".repeat(250), "no"));
        assertWrong("reason", () -> repository.reject(TEST, id, "Zoë", "SECRET\uD800"));
        assertWrong("reason", () -> repository.reject(TEST, id, "Zoë", "\u00F1".repeat(1_025)));
        assertWrong("/storagePath", () -> repository.attachFile(TEST, id, new StoredFile("a", null, 1L, null)));
        assertWrong("/filename", () -> repository.attachFile(TEST, id, new StoredFile("SECRET/", null, 1L, "p")));
        assertWrong("/contentType", () -> repository.attachFile(TEST, id, new StoredFile(null, "SECRET", 1L, "p")));
        assertWrong("/size", () -> repository.attachFile(TEST, id, new StoredFile(null, null, -1L, "p")));
        assertEquals(1, find("a").version());
    }

    @Test
    @DisplayName("the longest name and reason are kept to the last character")
    void longestTexts() {
        var name = "\uD83D\uDE00".repeat(255);
        var reason = "\uD83D\uDE00".repeat(1_024);
        var rejected = repository.reject(TEST, waiting().id(), name, reason);
        assertEquals(name, find("a").reviewedBy());
        assertEquals(reason, find("a").rejectionReason());
        assertEquals(rejected, find("a"));
    }

    @Test
    @DisplayName("a null names the parameter")
    void nulls() {
        assertNames("environment", () -> repository.verify(null, ANA, "Zoë"));
        assertNames("id", () -> repository.verify(TEST, null, "Zoë"));
        assertNames("reviewer", () -> repository.verify(TEST, ANA, null));
        assertNames("reason", () -> repository.reject(TEST, ANA, "Zoë", null));
        assertNames("file", () -> repository.attachFile(TEST, ANA, null));
        assertNames("id", () -> repository.detachFile(TEST, null));
    }

    @Test
    @DisplayName("a change of what was reviewed ends a verification, a replay does not")
    void verificationEnds() {
        var id = waiting().id();
        var verified = repository.verify(TEST, id, "Zoë");
        atomic(item("a").storagePath("s3://a").build());
        assertEquals(verified, find("a"));
        atomic(item("a").type("other").build());
        assertEquals(pending(PENDING_REVIEW), find("a").review());
    }

    @Test
    @DisplayName("the update time does not go back with the clock")
    void updateTimeNeverGoesBack() {
        var before = waiting();
        clock.advance(Duration.ofHours(-5));
        var verified = repository.verify(TEST, before.id(), "Zoë");
        assertEquals(before.updatedAt(), verified.updatedAt());
        assertEquals(clock.instant(), verified.verifiedAt());
    }

    private Document waiting() {
        return stored(item("a").storagePath("s3://a"));
    }

    private Document in(DocumentStatus status) {
        return switch (status) {
            case PENDING_UPLOAD -> stored(item("a"));
            case PENDING_REVIEW -> waiting();
            case VERIFIED -> repository.verify(TEST, waiting().id(), "Zoë");
            case REJECTED -> repository.reject(TEST, waiting().id(), "Zoë", "no");
        };
    }

    private void assertNext(Document before, Document after) {
        assertEquals(before.id(), after.id());
        assertEquals(before.version() + 1, after.version());
        assertEquals(before.createdAt(), after.createdAt());
        assertEquals(clock.instant(), after.updatedAt());
        assertEquals(after, find("a"));
    }

    private static void assertFile(StoredFile expected, Document document) {
        var actual =
                new StoredFile(document.filename(), document.contentType(), document.size(), document.storagePath());
        assertEquals(expected, actual);
    }

    private void assertIllegal(DocumentStatus from, DocumentStatus to, Executable step) {
        var before = find("a");
        var failure = assertThrows(IllegalTransitionException.class, step);
        assertEquals(from, failure.from());
        assertEquals(to, failure.to());
        assertEquals(before, find("a"));
    }

    private static void assertConflict(long expected, long actual, Executable step) {
        var failure = assertThrows(ConflictException.class, step);
        assertEquals(expected, failure.expectedVersion());
        assertEquals(actual, failure.actualVersion());
    }

    private static void assertNotFound(Executable step) {
        assertThrows(DocumentNotFoundException.class, step);
    }

    private static void assertWrong(String place, Executable step) {
        var message = assertThrows(IllegalArgumentException.class, step).getMessage();
        assertTrue(message.contains(place), message);
        assertFalse(message.contains("SECRET"), message);
    }

    private static Review pending(DocumentStatus status) {
        return new Review(status, null, null, null, null, null);
    }
}
