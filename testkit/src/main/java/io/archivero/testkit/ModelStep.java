package io.archivero.testkit;

import io.archivero.DocumentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a document, as the {@link DocumentModel} knows it.
 *
 * @param name what it is called
 * @param from the states in which it may be taken
 * @param effect what it does to the attributes, at which time
 */
public record ModelStep(String name, Set<DocumentStatus> from, Effect effect) {
    /** What a step does to the attributes of a document. */
    @FunctionalInterface
    public interface Effect {
        /** Does it, at that time. */
        void on(Map<String, @Nullable Object> attributes, Instant now);
    }

    static final String REVIEWER = "zoë";
    static final String REASON = "it's blurred";
    static final String PATH = "s3://attached";

    static final ModelStep VERIFY = new ModelStep("verify", Set.of(DocumentStatus.PENDING_REVIEW), ModelStep::verify);
    static final ModelStep REJECT = new ModelStep("reject", Set.of(DocumentStatus.PENDING_REVIEW), ModelStep::reject);
    static final ModelStep ATTACH =
            new ModelStep("attach", Set.of(DocumentStatus.PENDING_UPLOAD, DocumentStatus.REJECTED), ModelStep::attach);
    static final ModelStep DETACH = new ModelStep("detach", Set.of(DocumentStatus.values()), ModelStep::detach);
    static final List<ModelStep> ALL = List.of(VERIFY, REJECT, ATTACH, DETACH);

    private static void verify(Map<String, @Nullable Object> attributes, Instant now) {
        review(attributes, DocumentStatus.VERIFIED, now);
        attributes.put("verifiedAt", now);
        attributes.put("verifiedBy", REVIEWER);
        attributes.put("rejectionReason", null);
    }

    private static void reject(Map<String, @Nullable Object> attributes, Instant now) {
        review(attributes, DocumentStatus.REJECTED, now);
        attributes.put("rejectionReason", REASON);
    }

    private static void attach(Map<String, @Nullable Object> attributes, Instant now) {
        begin(attributes, DocumentStatus.PENDING_REVIEW, PATH);
    }

    private static void detach(Map<String, @Nullable Object> attributes, Instant now) {
        begin(attributes, DocumentStatus.PENDING_UPLOAD, null);
    }

    private static void review(Map<String, @Nullable Object> attributes, DocumentStatus status, Instant now) {
        attributes.put("status", status);
        attributes.put("reviewedAt", now);
        attributes.put("reviewedBy", REVIEWER);
    }

    private static void begin(
            Map<String, @Nullable Object> attributes, DocumentStatus status, @Nullable String storagePath) {
        ModelDocument.FILE.forEach(name -> attributes.put(name, null));
        attributes.put("storagePath", storagePath);
        ModelDocument.REVIEW.forEach(name -> attributes.put(name, null));
        attributes.put("status", status);
    }

    @Override
    public String toString() {
        return name;
    }
}
