package io.archivero.testkit.history;

import io.archivero.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A short text that stands for all that a document holds, the same in every process. */
final class Digest {
    private static final int BYTES = 12;

    private Digest() {}

    static String of(Document document) {
        var review = document.review();
        return of(
                document.externalId(),
                document.clientId(),
                document.scope(),
                document.type(),
                document.category(),
                document.contentType(),
                document.filename(),
                document.size(),
                document.storagePath(),
                document.expiresAt(),
                document.fields().json(),
                document.metadata().json(),
                document.sourceVersion(),
                review.status(),
                review.verifiedAt(),
                review.verifiedBy(),
                review.rejectionReason(),
                review.reviewedAt(),
                review.reviewedBy());
    }

    private static String of(@Nullable Object... parts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
