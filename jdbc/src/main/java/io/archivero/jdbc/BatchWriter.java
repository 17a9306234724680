package io.archivero.jdbc;

import io.archivero.Environment;
import io.archivero.spi.RowResult;
import io.archivero.spi.WritePlan;
import io.archivero.spi.WriteRow;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stores the rows of one batch, inside one transaction.
 *
 * <ol>
 *   <li>Wait for the writers' turn, where the database needs one.
 *   <li>Read what is stored under the keys, with one statement, and let every row be {@link WriteRow#against decided}.
 *   <li>Write the rows that change something, in the order of their keys, each on condition that what is stored is still what
 *       was read. Rows that change nothing are never sent.
 *   <li>Rows that a rival overtook are read and decided again, and so on from 2. The attempt left them locked, so the second
 *       one finds them as they are.
 * </ol>
 *
 * <p>Whoever writes, and in whatever order the items came, locks rows in one order: nobody waits in a circle.
 */
final class BatchWriter {
    /** How often rows may be overtaken. The second round is the last one, unless somebody ignores the locks. */
    private static final int MOST_ROUNDS = 10;

    private final DocumentDao dao;
    private final Environment environment;
    private final RowWriter rowWriter;
    private final Map<String, RowResult> results = new HashMap<>();

    BatchWriter(DocumentDao dao, Environment environment, RowWriter rowWriter) {
        this.dao = dao;
        this.environment = environment;
        this.rowWriter = rowWriter;
    }

    /**
     * Stores rows, and answers each by its key. If {@code atomic}, it stops where it is once a row has failed: the transaction
     * must be undone then, and rows without an answer were not tried.
     */
    Map<String, RowResult> write(List<? extends WriteRow> rows, boolean atomic) throws SQLException {
        dao.awaitTurn();
        var open = rows.stream()
                .sorted(Comparator.comparing(WriteRow::externalId, CodePointOrder.INSTANCE))
                .toList();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var writing = answerUnwritten(plan(open));
            if (writing.isEmpty() || atomic && anyFailed()) {
                return results;
            }
            open = attempt(writing);
            if (open.isEmpty()) {
                return results;
            }
        }
        throw new SQLTransactionRollbackException("rows were overtaken again and again", "40001");
    }

    private List<WritePlan> plan(List<? extends WriteRow> rows) throws SQLException {
        var keys = rows.stream().map(WriteRow::externalId).toList();
        var stored = StoredDocuments.find(dao, environment, keys);
        return rows.stream()
                .map(row -> row.against(stored.get(row.externalId())))
                .toList();
    }

    /** Answers the rows that need no writing; returns the plans of the others. */
    private List<WritePlan> answerUnwritten(List<WritePlan> plans) {
        var writing = new ArrayList<WritePlan>(plans.size());
        for (var plan : plans) {
            if (plan.writes()) {
                writing.add(plan);
            } else {
                results.put(plan.row().externalId(), plan.result());
            }
        }
        return writing;
    }

    /** Writes, and answers the rows that were written or refused; returns those that were overtaken. */
    private List<? extends WriteRow> attempt(List<WritePlan> plans) throws SQLException {
        var overtaken = new ArrayList<WriteRow>();
        var writes = rowWriter.write(dao, environment, plans);
        for (int i = 0; i < plans.size(); i++) {
            var row = plans.get(i).row();
            var write = writes.get(i);
            switch (write.status()) {
                case WRITTEN -> results.put(row.externalId(), plans.get(i).result());
                case REFUSED -> results.put(row.externalId(), RowResult.refused(String.valueOf(write.sqlState())));
                case OVERTAKEN -> overtaken.add(row);
            }
        }
        return overtaken;
    }

    private boolean anyFailed() {
        return results.values().stream().anyMatch(result -> !result.outcome().isSuccess());
    }
}
