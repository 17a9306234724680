package io.archivero;

import org.jspecify.annotations.Nullable;

/**
 * A file for one document of {@link DocumentRepository#attachAllByExternalId}. Building one never fails for its content: the
 * answer is {@link ItemOutcome#INVALID} for what breaks a rule. {@code toString} shows no content.
 *
 * @param externalId the document's external id; required
 * @param file the file; required
 */
public record FileAttachment(
        @Nullable String externalId, @Nullable StoredFile file) {

    @Override
    public String toString() {
        return "FileAttachment[file=" + file + "]";
    }
}
