package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.Environment;
import io.archivero.spi.WritePlan;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link BatchStatements#INSERT} and {@link BatchStatements#UPDATE}: first all that changes, in one order for
 * both, then the rest.
 */
public final class RowParameters {
    private static final int COUNT = 24;
    private static final Object NOT_SET = new Object();

    private final PreparedStatement statement;
    /** What the row before has set. A statement keeps it, and every second parameter is the same from row to row. */
    private final @Nullable Object[] values = new @Nullable Object[COUNT];

    private int position;

    /** Sets the parameters of that statement, and only by {@link #set}. */
    public RowParameters(PreparedStatement statement) {
        this.statement = statement;
        Arrays.fill(values, NOT_SET);
    }

    /** Sets those of one planned row. */
    public void set(Environment environment, WritePlan plan) throws SQLException {
        position = 0;
        var document = Objects.requireNonNull(plan.document(), "a plan that writes has a document");
        content(document);
        review(document);
        next(document.updatedAt());
        next(document.version());
        next(environment.wireName());
        next(document.externalId());
        next(document.id());
        next(plan.creates() ? document.createdAt() : (Object) (document.version() - 1));
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
        next(document.verifiedAt());
        next(document.verifiedBy());
        next(document.rejectionReason());
        next(document.reviewedAt());
        next(document.reviewedBy());
    }

    private void next(@Nullable Object value) throws SQLException {
        if (value != values[position]) {
            values[position] = value;
            statement.setObject(position + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
        position++;
    }
}
