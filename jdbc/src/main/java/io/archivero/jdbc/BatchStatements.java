package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.Environment;
import io.archivero.spi.WritePlan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The statements that every batch runs, bound straight to JDBC: to put a {@link DocumentDao} over a connection costs more than
 * to store a single document. Their text is the same for every number of rows, so that a server parses it once. Safe for use by
 * many threads.
 *
 * <p>{@code <documents>}, {@code <versions>} and {@code <columns>} stand for the same as in {@link DocumentDao}.
 */
public abstract class BatchStatements {
    /** Finds by an array of external ids and an environment: a join, where a list of keys is not looked up by the index. */
    protected static final String FIND_BY_JOIN = """
            select <columns>
            from unnest(cast(? as varchar array)) as k(external_id)
            join <documents> d on d.external_id = k.external_id and d.environment = ?
            """;

    /** Inserts a row; the parameters are those of {@link RowParameters}. */
    protected static final String INSERT = """
            insert into <documents> (
              client_id, scope, type, category, content_type, filename, size, storage_path, expires_at, fields, metadata,
              source_version, status, verified_at, verified_by, rejection_reason, reviewed_at, reviewed_by,
              updated_at, version, environment, external_id, id, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Replaces a row, if it is still at the version and id that were read; the parameters are those of {@link RowParameters}. */
    private static final String UPDATE = """
            update <documents> set
              client_id = ?, scope = ?, type = ?, category = ?, content_type = ?, filename = ?, size = ?,
              storage_path = ?, expires_at = ?, fields = ?, metadata = ?, source_version = ?,
              status = ?, verified_at = ?, verified_by = ?, rejection_reason = ?, reviewed_at = ?, reviewed_by = ?,
              updated_at = ?, version = ?
            where environment = ? and external_id = ? and id = ? and version = ?
            """;

    private static final String FIND_ONE = """
            select <columns>
            from <documents> d
            where d.external_id = ? and d.environment = ?
            """;

    private final JsonColumn json;
    private final String findOne;
    private final String findMany;
    private final String insert;
    private final String update;

    /**
     * For subclasses.
     *
     * @param tables fills in what stands between {@code <} and {@code >}
     * @param json how the driver hands over JSON best
     * @param findMany finds documents by an array of external ids and an environment
     * @param insert inserts a row; the parameters are those of {@link RowParameters}
     */
    protected BatchStatements(UnaryOperator<String> tables, JsonColumn json, String findMany, String insert) {
        this.json = json;
        this.findOne = tables.apply(FIND_ONE);
        this.findMany = tables.apply(findMany);
        this.insert = tables.apply(insert);
        this.update = tables.apply(UPDATE);
    }

    /**
     * Prepares the statement that writes one planned row. It updates no row if what is stored is not what the plan was made for;
     * one to insert may fail then, where the database has no better way.
     */
    protected final PreparedStatement prepare(Connection connection, Environment environment, WritePlan plan)
            throws SQLException {
        var statement = connection.prepareStatement(writing(plan));
        try {
            new RowParameters(statement).set(environment, plan);
            return statement;
        } catch (Throwable failure) {
            Connections.close(statement, failure);
            throw failure;
        }
    }

    /** Returns the statement that writes one planned row; the parameters are those of {@link RowParameters}. */
    protected final String writing(WritePlan plan) {
        return plan.creates() ? insert : update;
    }

    /** Finds the documents that are stored under these external ids, any number of them with one statement. */
    public final Map<String, Document> find(
            Connection connection, Environment environment, Collection<String> externalIds) throws SQLException {
        boolean one = externalIds.size() == 1;
        try (var statement = connection.prepareStatement(one ? findOne : findMany)) {
            if (one) {
                statement.setString(1, externalIds.iterator().next());
            } else {
                statement.setArray(1, connection.createArrayOf("varchar", externalIds.toArray(String[]::new)));
            }
            statement.setString(2, environment.wireName());
            var found = new HashMap<String, Document>(2 * externalIds.size());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var document = DocumentMapper.read(rows, json);
                    found.put(document.externalId(), document);
                }
            }
            return found;
        }
    }

    /**
     * Lets the writers of a database take turns until their transactions end, where its own row locks do not do: called first
     * in every transaction that writes. Does nothing by default.
     *
     * @param own whether the transaction is the library's own; one of the host's may have had the turn for long
     */
    public void awaitTurn(Connection connection, boolean own) throws SQLException {}

    /**
     * Tells whether writers wait for their turn at this moment: whatever a batch reads now will have changed when its own turn
     * comes, so that it had better wait first. Never, by default.
     */
    public boolean writersWait() {
        return false;
    }

    /** Commits, so that it lasts as promised. */
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /**
     * Makes what was read last as promised, where others may have committed it a moment ago: called when there turned out to be
     * nothing to write. By default a database shows nothing that does not last.
     */
    public void settle(Connection connection) throws SQLException {}

    /**
     * Tells whether writing so many rows takes a transaction around it. By default not for one row: where nobody waits for a turn,
     * the one statement that writes it may as well be a transaction by itself.
     */
    public boolean needTransaction(int rows) {
        return rows > 1;
    }

    /**
     * Tells whether a commit that failed so, or a statement that is a transaction by itself, has certainly written nothing. By
     * default that is so if the SQLSTATE says that it was refused or rolled back, or that there was no connection to send it over.
     */
    public boolean ruleOutCommit(SQLException failure) {
        return SqlFailure.rulesOutCommit(failure);
    }

    /**
     * Writes planned rows, in their order, each only if what is stored is still what its plan was made for. Reports one
     * {@link RowWrite} per plan, in their order.
     *
     * @param plans not empty
     * @throws SQLException if the database refused the statement; if it refused a row of it, none is written
     */
    public abstract List<RowWrite> write(Connection connection, Environment environment, List<WritePlan> plans)
            throws SQLException;
}
