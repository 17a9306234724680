package io.archivero.testkit.history;

import io.archivero.Document;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One state of a document, as somebody saw it.
 *
 * @param id its id: another one is another life
 * @param version its version
 * @param content stands for all that it holds, review included: equal if and only if that is equal, in every process
 * @param marks by what one knows who wrote it: see {@link Marks}
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param sourceVersion its source version, if it has one
 */
public record SeenState(
        UUID id,
        long version,
        String content,
        Set<String> marks,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Long sourceVersion) {

    /** Copies the marks; refuses nulls, but for the source version. */
    public SeenState {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
        marks = Set.copyOf(marks);
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }

    /** Returns what is to be seen of a document. */
    public static SeenState of(Document document) {
        return new SeenState(
                document.id(),
                document.version(),
                Digest.of(document),
                Marks.of(document),
                document.createdAt(),
                document.updatedAt(),
                document.sourceVersion());
    }

    String toText() {
        return String.join(
                ";",
                id.toString(),
                Long.toString(version),
                content,
                String.join(",", new TreeSet<>(marks)),
                createdAt.toString(),
                updatedAt.toString(),
                sourceVersion == null ? "" : sourceVersion.toString());
    }

    static SeenState parse(String text) {
        var parts = text.split(";", -1);
        return new SeenState(
                UUID.fromString(parts[0]),
                Long.parseLong(parts[1]),
                parts[2],
                parts[3].isEmpty() ? Set.of() : Set.of(parts[3].split(",")),
                Instant.parse(parts[4]),
                Instant.parse(parts[5]),
                parts[6].isEmpty() ? null : Long.valueOf(parts[6]));
    }
}
