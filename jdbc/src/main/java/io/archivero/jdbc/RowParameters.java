package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.Environment;
import io.archivero.spi.WritePlan;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link BatchStatements#INSERT} and {@link BatchStatements#UPDATE}: first all that changes, in one order for
 * both, then the rest.
 */
public final class RowParameters {
    private final PreparedStatement statement;
    private int position;

    private RowParameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Sets those of one planned row. */
    public static void set(PreparedStatement statement, Environment environment, WritePlan plan) throws SQLException {
        new RowParameters(statement).set(environment, plan);
    }

    private void set(Environment environment, WritePlan plan) throws SQLException {
        var document = Objects.requireNonNull(plan.document(), "a plan that writes has a document");
        content(document);
        review(document);
        next(instant(document.updatedAt()));
        next(document.version());
        next(environment.wireName());
        next(document.externalId());
        next(document.id());
        next(plan.creates() ? instant(document.createdAt()) : (Object) (document.version() - 1));
    }

    private void content(Document document) throws SQLException {
        var category = document.category();
        next(document.clientId());
        next(document.scope().name());
        next(document.type());
        next(category == null ? null : category.wireName());
        next(document.contentType());
        next(document.filename());
        next(document.size());
        next(document.storagePath());
        next(document.expiresAt());
        next(document.fields().json());
        next(document.metadata().json());
        next(document.sourceVersion());
    }

    private void review(Document document) throws SQLException {
        next(document.status().wireName());
        next(instant(document.verifiedAt()));
        next(document.verifiedBy());
        next(document.rejectionReason());
        next(instant(document.reviewedAt()));
        next(document.reviewedBy());
    }

    private void next(@Nullable Object value) throws SQLException {
        statement.setObject(++position, value);
    }

    private static @Nullable Object instant(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
