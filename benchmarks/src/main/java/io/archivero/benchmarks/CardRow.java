package io.archivero.benchmarks;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.archivero.DocumentUpsert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A card on its way into a table: what the caller set, and what a hand-written store adds. All of it is made while the clock
 * runs.
 *
 * @param item the card
 * @param id its id, should it be new
 * @param contentHash the SHA-256 of what the caller set, for those who compare by it
 * @param now the time of the batch
 */
public record CardRow(DocumentUpsert item, UUID id, byte @Nullable [] contentHash, OffsetDateTime now) {
    /** Inserts a row; the parameters are those of {@link #bind}. */
    public static final String INSERT = """
            insert into archivero_documents (
              environment, external_id, id, client_id, scope, type, category, content_type, filename, size, storage_path,
              expires_at, fields, metadata, status, created_at, updated_at, content_hash, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            """;

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    /**
     * Returns the rows of a batch in the order of their keys, in which all writers take their locks, without hashes: for those
     * who compare the content itself.
     */
    public static List<CardRow> sorted(List<DocumentUpsert> items) {
        return rows(items, item -> null);
    }

    /** Returns the rows of a batch in the order of their keys, with hashes. */
    public static List<CardRow> hashed(List<DocumentUpsert> items) {
        var digest = sha256();
        return rows(items, item -> digest.digest(content(item).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<CardRow> rows(
            List<DocumentUpsert> items, Function<DocumentUpsert, byte @Nullable []> contentHash) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        var rows = new ArrayList<CardRow>(items.size());
        for (var item : items) {
            rows.add(new CardRow(item, IDS.generate(), contentHash.apply(item), now));
        }
        rows.sort(Comparator.comparing(CardRow::externalId));
        return rows;
    }

    /** Returns the environment. */
    public String environment() {
        return "test";
    }

    /** Returns the key. */
    public String externalId() {
        return Objects.requireNonNull(item.externalId(), "externalId");
    }

    /** Returns the owner. */
    public UUID clientId() {
        return Objects.requireNonNull(item.clientId(), "clientId");
    }

    /** Returns the scope. */
    public String scope() {
        return Objects.requireNonNull(item.scope(), "scope").name();
    }

    /** Returns the type. */
    public String type() {
        return Objects.requireNonNull(item.type(), "type");
    }

    /** Returns the category. */
    public @Nullable String category() {
        var category = item.category();
        return category == null ? null : category.wireName();
    }

    /** Returns the file's media type. */
    public @Nullable String contentType() {
        return item.contentType();
    }

    /** Returns the file's name. */
    public @Nullable String filename() {
        return item.filename();
    }

    /** Returns the file's size. */
    public @Nullable Long size() {
        return item.size();
    }

    /** Returns where the file is. */
    public @Nullable String storagePath() {
        return item.storagePath();
    }

    /** Returns the day of expiry. */
    public @Nullable LocalDate expiresAt() {
        return item.expiresAt();
    }

    /** Returns the fields as text. */
    public String fields() {
        return item.fields().json();
    }

    /** Returns the metadata as text. */
    public String metadata() {
        return item.metadata().json();
    }

    /** Returns the status of a document whose review has not begun. */
    public String status() {
        return item.storagePath() == null ? "pending_upload" : "pending_review";
    }

    /** Returns the time of the batch. */
    public Instant instant() {
        return now.toInstant();
    }

    /** Sets the parameters of {@link #INSERT}, and of every other statement that takes a whole row. */
    public void bind(PreparedStatement statement) throws SQLException {
        statement.setString(1, environment());
        statement.setString(2, externalId());
        statement.setObject(3, id);
        statement.setObject(4, clientId());
        statement.setString(5, scope());
        statement.setString(6, type());
        statement.setString(7, category());
        statement.setString(8, contentType());
        statement.setString(9, filename());
        statement.setObject(10, size());
        statement.setString(11, storagePath());
        statement.setObject(12, expiresAt());
        statement.setString(13, fields());
        statement.setString(14, metadata());
        statement.setString(15, status());
        statement.setObject(16, now);
        statement.setObject(17, now);
        statement.setBytes(18, contentHash);
    }

    /** All that the caller set; each value with its length in front, so that none runs into the next. */
    private static String content(DocumentUpsert item) {
        var text = new StringBuilder(1_024);
        append(text, item.clientId());
        append(text, item.scope());
        append(text, item.type());
        append(text, item.category());
        append(text, item.contentType());
        append(text, item.filename());
        append(text, item.size());
        append(text, item.storagePath());
        append(text, item.expiresAt());
        append(text, item.fields().json());
        append(text, item.metadata().json());
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append('-');
        } else {
            var string = value.toString();
            text.append(string.length()).append(':').append(string);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
