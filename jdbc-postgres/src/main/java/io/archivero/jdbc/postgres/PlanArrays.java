package io.archivero.jdbc.postgres;

import io.archivero.Document;
import io.archivero.spi.WritePlan;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch turned into columns: one array for each, in the order of the statement of {@link PostgresStatements} that writes many. The text of
 * the statement is then the same for every size of batch, and the server parses it once.
 */
final class PlanArrays {
    private final Connection connection;
    private final List<WritePlan> plans;
    private final List<Array> arrays = new ArrayList<>();

    private PlanArrays(Connection connection, List<WritePlan> plans) {
        this.connection = connection;
        this.plans = plans;
    }

    static List<Array> of(Connection connection, List<WritePlan> plans) throws SQLException {
        var columns = new PlanArrays(connection, plans);
        columns.content();
        columns.review();
        columns.text("timestamptz", Document::createdAt);
        columns.text("timestamptz", Document::updatedAt);
        columns.versions();
        return columns.arrays;
    }

    private void content() throws SQLException {
        text("text", Document::externalId);
        text("uuid", Document::id);
        text("uuid", Document::clientId);
        text("text", Document::scope);
        text("text", Document::type);
        text("text", document -> {
            var category = document.category();
            return category == null ? null : category.wireName();
        });
        text("text", Document::contentType);
        text("text", Document::filename);
        numbers(Document::size);
        text("text", Document::storagePath);
        text("date", Document::expiresAt);
        text("text", document -> document.fields().json());
        text("text", document -> document.metadata().json());
        numbers(Document::sourceVersion);
    }

    private void review() throws SQLException {
        text("text", document -> document.status().wireName());
        text("timestamptz", Document::verifiedAt);
        text("text", Document::verifiedBy);
        text("text", Document::rejectionReason);
        text("timestamptz", Document::reviewedAt);
        text("text", Document::reviewedBy);
    }

    /** Strings are the one type of element that the driver sends without a detour; the server reads dates and ids from them. */
    @SuppressWarnings("NullAway") // elements of an array may be null in SQL
    private void text(String type, Function<Document, @Nullable Object> value) throws SQLException {
        var column = new @Nullable String[plans.size()];
        for (int i = 0; i < column.length; i++) {
            var element = value.apply(document(i));
            column[i] = element == null ? null : element.toString();
        }
        arrays.add(connection.createArrayOf(type, column));
    }

    @SuppressWarnings("NullAway") // elements of an array may be null in SQL
    private void numbers(Function<Document, @Nullable Long> value) throws SQLException {
        var column = new @Nullable Long[plans.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(document(i));
        }
        arrays.add(connection.createArrayOf("int8", column));
    }

    /** The next version of a known row travels negated. */
    private void versions() throws SQLException {
        var column = new Long[plans.size()];
        for (int i = 0; i < column.length; i++) {
            long version = document(i).version();
            column[i] = plans.get(i).creates() ? version : -version;
        }
        arrays.add(connection.createArrayOf("int8", column));
    }

    private Document document(int i) {
        return Objects.requireNonNull(plans.get(i).document(), "a plan that writes has a document");
    }
}
