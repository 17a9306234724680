package io.archivero.jdbc.postgres;

import io.archivero.Environment;
import io.archivero.jdbc.BatchStatements;
import io.archivero.jdbc.JsonColumn;
import io.archivero.jdbc.RowWrite;
import io.archivero.spi.WritePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.postgresql.util.PSQLException;

/**
 * What PostgreSQL does its own way.
 *
 * <p>A batch is written by one statement that inserts new rows, replaces known ones, and says which it wrote. Its rows are
 * sorted, so locks are taken in the order of the keys. It has no trick that a distributed PostgreSQL would not understand.
 *
 * <p>A row that is known must not be inserted if a rival has deleted it since. So the next version of a known row travels
 * negated. Where the row is still at the version and id that were read, the statement turns the sign; where it is gone, the
 * row is inserted with its sign, which tells on it: it is taken out again before anybody can see it.
 *
 * <p>A row that is written alone is inserted or updated by a plain statement, which is cheaper to plan.
 */
final class PostgresStatements extends BatchStatements {
    /** Prunes to the shards that matter where the table is spread over machines, as a join would not. */
    private static final String FIND_BY_ARRAY = """
            select <columns>
            from <documents> d
            where d.external_id = any(?) and d.environment = ?
            """;

    /** Writes rows; the parameters are the environment, then {@link PlanArrays} in their order. */
    private static final String WRITE = """
            insert into <documents> as d (
              environment, external_id, id, client_id, scope, type, category,
              content_type, filename, size, storage_path, expires_at, fields, metadata, source_version,
              status, verified_at, verified_by, rejection_reason, reviewed_at, reviewed_by,
              created_at, updated_at, version)
            select ?, u.*
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as u (
              external_id, id, client_id, scope, type, category,
              content_type, filename, size, storage_path, expires_at, fields, metadata, source_version,
              status, verified_at, verified_by, rejection_reason, reviewed_at, reviewed_by,
              created_at, updated_at, version)
            order by u.external_id collate "C"
            on conflict (environment, external_id) do update set
              client_id = excluded.client_id, scope = excluded.scope, type = excluded.type,
              category = excluded.category, content_type = excluded.content_type, filename = excluded.filename,
              size = excluded.size, storage_path = excluded.storage_path, expires_at = excluded.expires_at,
              fields = excluded.fields, metadata = excluded.metadata, source_version = excluded.source_version,
              status = excluded.status,
              verified_at = excluded.verified_at, verified_by = excluded.verified_by,
              rejection_reason = excluded.rejection_reason, reviewed_at = excluded.reviewed_at,
              reviewed_by = excluded.reviewed_by, updated_at = excluded.updated_at, version = -excluded.version
            where d.version = -excluded.version - 1 and d.id = excluded.id
            returning d.external_id, d.version
            """;

    /** Takes out the rows that {@link #WRITE} inserted in place of rows that had been deleted. */
    private static final String TAKE_OUT = """
            delete from <documents> d
            where d.environment = ? and d.external_id = any(?) and d.version = -abs(d.version)
            """;

    private final String write;
    private final String takeOut;

    PostgresStatements(UnaryOperator<String> tables) {
        // The driver speaks nothing but UTF-8 with the server, and its getBytes passes on what came.
        super(tables, JsonColumn.AS_UTF8, FIND_BY_ARRAY, INSERT + "on conflict (environment, external_id) do nothing");
        this.write = tables.apply(WRITE);
        this.takeOut = tables.apply(TAKE_OUT);
    }

    /**
     * And so it is if the server itself answers with an error: then it has rolled back, and goes on. Only errors that end the session,
     * and those that the driver makes up, leave it open whether the commit came first.
     */
    @Override
    public boolean ruleOutCommit(SQLException failure) {
        return super.ruleOutCommit(failure) || failure instanceof PSQLException answer && isError(answer);
    }

    private static boolean isError(PSQLException answer) {
        var message = answer.getServerErrorMessage();
        return message != null && "ERROR".equals(message.getSeverity());
    }

    @Override
    public List<RowWrite> write(Connection connection, Environment environment, List<WritePlan> plans)
            throws SQLException {
        if (plans.size() == 1) {
            return List.of(writeOne(connection, environment, plans.get(0)));
        }
        var versions = writeAll(connection, environment, plans);
        var deletedMeanwhile = versions.entrySet().stream()
                .filter(row -> row.getValue() < 0)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        if (deletedMeanwhile.length > 0) {
            takeOut(connection, environment, deletedMeanwhile);
        }
        return plans.stream()
                .map(plan ->
                        versions.getOrDefault(plan.row().externalId(), -1L) < 0 ? RowWrite.OVERTAKEN : RowWrite.WRITTEN)
                .toList();
    }

    private RowWrite writeOne(Connection connection, Environment environment, WritePlan plan) throws SQLException {
        try (var statement = prepare(connection, environment, plan)) {
            return statement.executeUpdate() == 0 ? RowWrite.OVERTAKEN : RowWrite.WRITTEN;
        }
    }

    /** Returns the versions of the rows that were written, by external id. */
    private Map<String, Long> writeAll(Connection connection, Environment environment, List<WritePlan> plans)
            throws SQLException {
        var versions = new HashMap<String, Long>(2 * plans.size());
        try (var statement = connection.prepareStatement(write)) {
            statement.setString(1, environment.wireName());
            int position = 1;
            for (var array : PlanArrays.of(connection, plans)) {
                statement.setArray(++position, array);
            }
            try (var written = statement.executeQuery()) {
                while (written.next()) {
                    versions.put(written.getString(1), written.getLong(2));
                }
            }
        }
        return versions;
    }

    private void takeOut(Connection connection, Environment environment, String[] externalIds) throws SQLException {
        try (var statement = connection.prepareStatement(takeOut)) {
            statement.setString(1, environment.wireName());
            statement.setArray(2, connection.createArrayOf("varchar", externalIds));
            statement.executeUpdate();
        }
    }
}
