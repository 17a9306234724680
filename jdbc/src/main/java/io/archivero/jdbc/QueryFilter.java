package io.archivero.jdbc;

import io.archivero.DocumentQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
        @Nullable OffsetDateTime updatedBefore) {
    /** What the statements with a filter have in common. */
    static final String FROM_WHERE = """
            from <documents> d
            where d.environment = :environment
              and (cast(:clientId as uuid) is null or d.client_id = cast(:clientId as uuid))
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

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate AFTER_LAST_DAY = LocalDate.of(10_000, 1, 1);
    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("+200000-01-01T00:00:00Z");

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
                time(query.updatedBefore()));
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
        var within = time.isBefore(FIRST_TIME) ? FIRST_TIME : time.isAfter(LAST_TIME) ? LAST_TIME : time;
        var floor = within.truncatedTo(ChronoUnit.MICROS);
        return (floor.equals(within) ? floor : floor.plus(1, ChronoUnit.MICROS)).atOffset(ZoneOffset.UTC);
    }
}
