package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.DUPLICATE;
import static io.archivero.ItemOutcome.INVALID;
import static io.archivero.ItemOutcome.NOT_APPLIED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.DocumentStatus;
import io.archivero.FileAttachment;
import io.archivero.InvalidBatchException;
import io.archivero.StoredFile;
import io.archivero.ViolationCodes;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The steps in the life of many documents at once. */
@SuppressWarnings("NullAway")
abstract class BulkLifecycleContract extends ContractTopic {
    private static final StoredFile FILE = new StoredFile("card.png", "image/png", 7L, "s3://bucket/card");

    BulkLifecycleContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("are answered one by one, in the order of the ids, with the documents afterwards")
    void dense() {
        waiting("a", "b", "c");
        var result = verify(true, "c", "a", "b");
        assertOutcomes(result, UPDATED, UPDATED, UPDATED);
        assertEquals("c", result.items().get(0).externalId());
        for (var item : result.items()) {
            assertEquals(find(item.externalId()), item.document().orElseThrow());
            assertEquals(DocumentStatus.VERIFIED, find(item.externalId()).status());
            assertEquals("Zoë", find(item.externalId()).verifiedBy());
            assertEquals(2, find(item.externalId()).version());
        }
    }

    @Test
    @DisplayName("name what is not there, what is in another state, what is malformed and what occurs twice")
    void reasons() {
        waiting("a", "b");
        verify(true, "b");
        var result = verify(false, "a", "b", "gone", "", "twice", "twice");
        assertOutcomes(result, UPDATED, CONFLICT, CONFLICT, INVALID, DUPLICATE, DUPLICATE);
        assertEquals(
                List.of(ViolationCodes.ILLEGAL_TRANSITION + " "),
                reasons(result.items().get(1)));
        assertEquals(find("b"), result.items().get(1).document().orElseThrow());
        assertEquals(
                List.of(ViolationCodes.NOT_FOUND + " "), reasons(result.items().get(2)));
        assertFalse(result.items().get(2).document().isPresent());
        assertEquals(
                List.of(ViolationCodes.LENGTH + " /externalId"),
                reasons(result.items().get(3)));
    }

    @Test
    @DisplayName("atomic, are all taken or none")
    void atomicRefusal() {
        waiting("a", "b");
        var refused = assertThrows(BatchRejectedException.class, () -> verify(true, "a", "gone", "b"))
                .result();
        assertOutcomes(refused, NOT_APPLIED, CONFLICT, NOT_APPLIED);
        assertEquals(1, find("a").version());
        assertEquals(1, find("b").version());
        var invalid = assertThrows(BatchRejectedException.class, () -> verify(true, "a", "\0"))
                .result();
        assertOutcomes(invalid, NOT_APPLIED, INVALID);
    }

    @Test
    @DisplayName("reject with one reason for all")
    void rejects() {
        waiting("a", "b");
        assertOutcomes(
                repository.rejectAllByExternalId(TEST, List.of("a", "b"), "Zoë", "blurred", true), UPDATED, UPDATED);
        assertEquals("blurred", find("a").rejectionReason());
        assertEquals(DocumentStatus.REJECTED, find("b").status());
    }

    @Test
    @DisplayName("attach a file to each")
    void attaches() {
        atomic(plain("a"), plain("b"));
        var other = new StoredFile(null, null, null, "s3://other");
        assertOutcomes(attach(true, new FileAttachment("b", other), new FileAttachment("a", FILE)), UPDATED, UPDATED);
        assertEquals("s3://other", find("b").storagePath());
        assertEquals("card.png", find("a").filename());
        assertEquals(DocumentStatus.PENDING_REVIEW, find("a").status());
    }

    @Test
    @DisplayName("attach no file that breaks a rule, and say where")
    void invalidFiles() {
        atomic(plain("a"), plain("b"), plain("c"), plain("d"));
        var result = attach(
                false,
                new FileAttachment("a", null),
                new FileAttachment("b", new StoredFile("x/y", "text/plain", -1L, null)),
                new FileAttachment(null, FILE),
                new FileAttachment("d", FILE));
        assertOutcomes(result, INVALID, INVALID, INVALID, UPDATED);
        assertEquals(List.of("required /file"), reasons(result.items().get(0)));
        assertEquals(
                List.of("character /filename", "not_allowed /contentType", "range /size", "required /storagePath"),
                reasons(result.items().get(1)));
        assertEquals(List.of("required /externalId"), reasons(result.items().get(2)));
        assertEquals(1, find("b").version());
    }

    @Test
    @DisplayName("keep to their environment")
    void isolation() {
        waiting("a");
        var result = repository.verifyAllByExternalId(LIVE, List.of("a"), "Zoë", false);
        assertOutcomes(result, CONFLICT);
        assertEquals(1, find("a").version());
    }

    @Test
    @DisplayName("are 1 to 250, none of them null")
    void wrongCalls() {
        assertThrows(InvalidBatchException.class, () -> repository.verifyAllByExternalId(TEST, null, "Zoë", true));
        assertThrows(
                InvalidBatchException.class, () -> repository.verifyAllByExternalId(TEST, List.of(), "Zoë", false));
        assertThrows(
                InvalidBatchException.class,
                () -> repository.rejectAllByExternalId(TEST, Collections.nCopies(251, "a"), "Zoë", "no", true));
        assertThrows(
                InvalidBatchException.class,
                () -> repository.attachAllByExternalId(TEST, Arrays.asList(new FileAttachment("a", FILE), null), true));
        assertThrows(
                IllegalArgumentException.class, () -> repository.verifyAllByExternalId(TEST, List.of("a"), "\0", true));
    }

    private void waiting(String... externalIds) {
        for (var externalId : externalIds) {
            stored(item(externalId).storagePath("s3://" + externalId));
        }
    }

    private BatchUpsertResult verify(boolean atomic, String... externalIds) {
        return repository.verifyAllByExternalId(TEST, List.of(externalIds), "Zoë", atomic);
    }

    private BatchUpsertResult attach(boolean atomic, FileAttachment... attachments) {
        return repository.attachAllByExternalId(TEST, List.of(attachments), atomic);
    }
}
