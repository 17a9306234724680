package io.archivero.testkit;

import io.archivero.DocumentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a document, as the {@link DocumentModel} knows it.
 *
 * @param name what it is called
 * @param from the states in which it may be taken
 * @param effect what it does to the attributes, at which time
 */
public record ModelStep(
        String name, Set<DocumentStatus> from, BiConsumer<Map<String, @Nullable Object>, Instant> effect) {
    static final String REVIEWER = "zoë";
    static final String REASON = "it's blurred";
    static final String PATH = "s3://attached";

    static final ModelStep VERIFY =
            new ModelStep("verify", Set.of(DocumentStatus.PENDING_REVIEW), (attributes, now) -> {
                review(attributes, DocumentStatus.VERIFIED, now);
                attributes.put("verifiedAt", now);
                attributes.put("verifiedBy", REVIEWER);
                attributes.put("rejectionReason", null);
            });
    static final ModelStep REJECT =
            new ModelStep("reject", Set.of(DocumentStatus.PENDING_REVIEW), (attributes, now) -> {
                review(attributes, DocumentStatus.REJECTED, now);
                attributes.put("rejectionReason", REASON);
            });
    static final ModelStep ATTACH = new ModelStep(
            "attach",
            Set.of(DocumentStatus.PENDING_UPLOAD, DocumentStatus.REJECTED),
            (attributes, now) -> begin(attributes, DocumentStatus.PENDING_REVIEW, PATH));
    static final ModelStep DETACH = new ModelStep(
            "detach",
            Set.of(DocumentStatus.values()),
            (attributes, now) -> begin(attributes, DocumentStatus.PENDING_UPLOAD, null));
    static final List<ModelStep> ALL = List.of(VERIFY, REJECT, ATTACH, DETACH);

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
