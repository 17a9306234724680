package io.archivero.jdbc;

import io.archivero.DocumentQuery;
import io.archivero.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query's conditions as they are bound. Days and times that no database holds are brought to the nearest that no document can
 * have, and times to the microseconds of the table.
 *
 * @param clientId the client asked for
 * @param scope the scope asked for
 * @param type the type asked for
 * @param category the category asked for
 * @param status the status asked for
 * @param prefix the beginning of the external ids asked for
 * @param expiresFrom the first day of expiry asked for
 * @param expiresBefore the day before which to expire
 * @param createdFrom the first time of creation asked for
 * @param createdBefore the time before which to be created
 * @param updatedFrom the first time of change asked for
 * @param updatedBefore the time before which to be changed
 * @param metadata the entries of metadata asked for, as one JSON object
 * @param metadataEntry the longest of them, as it stands in the canonical text of an object
 */
public record QueryFilter(
        @Nullable UUID clientId,
        @Nullable String scope,
        @Nullable String type,
        @Nullable String category,
        @Nullable String status,
        @Nullable String prefix,
        @Nullable LocalDate expiresFrom,
        @Nullable LocalDate expiresBefore,
        @Nullable OffsetDateTime createdFrom,
        @Nullable OffsetDateTime createdBefore,
        @Nullable OffsetDateTime updatedFrom,
        @Nullable OffsetDateTime updatedBefore,
        @Nullable String metadata,
        @Nullable String metadataEntry) {
    /** The conditions on one document {@code d}; what is null is not asked. The metadata is the matter of the backend. */
    static final String CONDITION = """
            (cast(:clientId as uuid) is null or d.client_id = cast(:clientId as uuid))
            and (cast(:scope as varchar) is null or d.scope = cast(:scope as varchar))
            and (cast(:type as varchar) is null or d.type = cast(:type as varchar))
            and (cast(:category as varchar) is null or d.category = cast(:category as varchar))
            and (cast(:status as varchar) is null or d.status = cast(:status as varchar))
            and (cast(:prefix as varchar) is null or
                 left(d.external_id, char_length(cast(:prefix as varchar))) = cast(:prefix as varchar))
            and (cast(:expiresFrom as date) is null or d.expires_at >= cast(:expiresFrom as date))
            and (cast(:expiresBefore as date) is null or d.expires_at < cast(:expiresBefore as date))
            and (cast(:createdFrom as timestamp with time zone) is null or
                 d.created_at >= cast(:createdFrom as timestamp with time zone))
            and (cast(:createdBefore as timestamp with time zone) is null or
                 d.created_at < cast(:createdBefore as timestamp with time zone))
            and (cast(:updatedFrom as timestamp with time zone) is null or
                 d.updated_at >= cast(:updatedFrom as timestamp with time zone))
            and (cast(:updatedBefore as timestamp with time zone) is null or
                 d.updated_at < cast(:updatedBefore as timestamp with time zone))
            """;

    /** An id is made from the time of creation. Version 1 of the table has some that were made a moment later. */
    private static final long ID_TOLERANCE_MILLIS = 60_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate AFTER_LAST_DAY = LocalDate.of(10_000, 1, 1);
    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST_TIME = Instant.parse("+10000-01-01T00:00:00Z");

    static QueryFilter of(DocumentQuery query) {
        var scope = query.scope();
        var category = query.category();
        var status = query.status();
        return new QueryFilter(
                query.clientId(),
                scope == null ? null : scope.name(),
                query.type(),
                category == null ? null : category.wireName(),
                status == null ? null : status.wireName(),
                query.externalIdPrefix(),
                day(query.expiresFrom()),
                day(query.expiresBefore()),
                time(query.createdFrom()),
                time(query.createdBefore()),
                time(query.updatedFrom()),
                time(query.updatedBefore()),
                query.metadata().equals(JsonObject.EMPTY)
                        ? null
                        : query.metadata().json(),
                longestEntry(query.metadata()));
    }

    /** Returns a text that is greater than all that begin with the prefix, in the order of every database; null if there is none. */
    public @Nullable String prefixEnd() {
        return prefix == null ? null : PrefixEnd.of(prefix);
    }

    /** Returns the first day of expiry that the range lets in. */
    public LocalDate expiryFirst() {
        return expiresFrom == null ? FIRST_DAY : expiresFrom;
    }

    /** Returns the first day of expiry after the range. */
    public LocalDate expiryEnd() {
        return expiresBefore == null ? AFTER_LAST_DAY : expiresBefore;
    }

    /** Returns the first time of the last change that the range lets in. */
    public OffsetDateTime changeFirst() {
        return updatedFrom == null ? FIRST_TIME.atOffset(ZoneOffset.UTC) : updatedFrom;
    }

    /** Returns the first time of the last change after the range. */
    public OffsetDateTime changeEnd() {
        return updatedBefore == null ? AFTER_LAST_TIME.atOffset(ZoneOffset.UTC) : updatedBefore;
    }

    /** Returns the smallest id of a document that was created within the range. */
    public UUID firstId() {
        long millis = createdFrom == null ? 0 : createdFrom.toInstant().toEpochMilli() - ID_TOLERANCE_MILLIS;
        return new UUID(Math.max(0, millis) << Short.SIZE, 0);
    }

    /** Returns the largest id of a document that was created within the range. */
    public UUID lastId() {
        if (createdBefore == null) {
            return new UUID(-1, -1);
        }
        long millis = createdBefore.toInstant().toEpochMilli() + ID_TOLERANCE_MILLIS;
        return new UUID(Math.max(0, millis) << Short.SIZE | 0xFFFF, -1);
    }

    /** Tells whether a way to find documents is open to this query. */
    boolean allows(Drive drive) {
        return switch (drive) {
            case EVERYTHING -> true;
            case CLIENT -> clientId != null;
            case STATUS -> status != null;
            case PREFIX -> prefixEnd() != null;
            case EXPIRY -> expiresFrom != null || expiresBefore != null;
            case CHANGE -> updatedFrom != null || updatedBefore != null;
            case METADATA -> metadata != null;
        };
    }

    private static @Nullable String longestEntry(JsonObject metadata) {
        return metadata.asMap().entrySet().stream()
                .map(entry -> JsonObject.of(Collections.singletonMap(entry.getKey(), entry.getValue()))
                        .json())
                .map(json -> json.substring(1, json.length() - 1))
                .max(Comparator.comparing(String::length))
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable LocalDate day) {
        if (day == null || day.isBefore(FIRST_DAY)) {
            return day == null ? null : FIRST_DAY;
        }
        return day.isAfter(AFTER_LAST_DAY) ? AFTER_LAST_DAY : day;
    }

    /** Rounds up: a time of the table that is not before a fraction of a microsecond is not before the next whole one. */
    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        var within = time.isBefore(FIRST_TIME) ? FIRST_TIME : time.isAfter(AFTER_LAST_TIME) ? AFTER_LAST_TIME : time;
        var floor = within.truncatedTo(ChronoUnit.MICROS);
        return (floor.equals(within) ? floor : floor.plus(1, ChronoUnit.MICROS)).atOffset(ZoneOffset.UTC);
    }
}
