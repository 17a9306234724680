package io.archivero.internal;

import io.archivero.DocumentQuery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Tells queries apart by a number that is the same in every process and version: what a query does not ask for leaves no
 * trace in it, so that a later version may let it ask for more. The values cannot be read back from it.
 */
final class QueryFingerprint {
    private final MessageDigest digest;

    private QueryFingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static long of(DocumentQuery query) {
        var fingerprint = new QueryFingerprint(sha256());
        fingerprint.add("clientId", query.clientId());
        fingerprint.add("scope", query.scope());
        fingerprint.add("type", query.type());
        fingerprint.add("category", query.category());
        fingerprint.add("status", query.status());
        fingerprint.add("externalIdPrefix", query.externalIdPrefix());
        fingerprint.add("expiresFrom", query.expiresFrom());
        fingerprint.add("expiresBefore", query.expiresBefore());
        fingerprint.add("createdFrom", query.createdFrom());
        fingerprint.add("createdBefore", query.createdBefore());
        fingerprint.add("updatedFrom", query.updatedFrom());
        fingerprint.add("updatedBefore", query.updatedBefore());
        fingerprint.add(
                "metadata",
                query.metadata().asMap().isEmpty() ? null : query.metadata().json());
        fingerprint.add("order", query.isOldestFirst() ? "oldest" : null);
        return ByteBuffer.wrap(fingerprint.digest.digest()).getLong();
    }

    /** Lengths go first, so that no two queries run together into one text. */
    private void add(String name, @Nullable Object value) {
        if (value != null) {
            addText(name);
            addText(value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
    }

    private void addText(String text) {
        // As UTF-16, which has a form for any text at all.
        var bytes = text.getBytes(StandardCharsets.UTF_16BE);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
