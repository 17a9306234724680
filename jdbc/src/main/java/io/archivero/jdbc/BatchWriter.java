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
 * Stores the rows of one batch: reads, decides, and writes in one transaction.
 *
 * <ol>
 *   <li>Read what is stored under the keys, with one statement, and let every row be {@link WriteRow#against decided}. If no row
 *       changes anything, that was all.
 *   <li>Begin the transaction, and wait for the writers' turn, where the database needs one. Where others wait already, this
 *       comes first: what is read before them is old after them.
 *   <li>Write the rows that change something, in the order of their keys, each on condition that what is stored is still what
 *       was read. Rows that change nothing are never sent.
 *   <li>Rows that a rival overtook are read and decided again, and so on. The attempt left them locked, so the second one finds
 *       them as they are.
 * </ol>
 *
 * <p>Whoever writes, and in whatever order the items came, locks rows in one order: nobody waits in a circle. A row that is written
 * alone may have no transaction around it, and is then tried until no rival comes between.
 */
final class BatchWriter {
    /** How often rows may be overtaken. The second round is the last one, unless somebody ignores the locks. */
    private static final int MOST_ROUNDS = 10;

    /** How planned rows are sent: in their order, with a report on each. */
    @FunctionalInterface
    interface RowWriter {
        /** All at once: if the database refuses a row, nothing is written, and the transaction is spoilt. */
        RowWriter STRAIGHT =
                (session, environment, plans) -> session.statements().write(session.connection(), environment, plans);

        List<RowWrite> write(Session session, Environment environment, List<WritePlan> plans) throws SQLException;
    }

    private final Session session;
    private final Environment environment;
    private final RowWriter rowWriter;
    private final Map<String, RowResult> results = new HashMap<>();

    BatchWriter(Session session, Environment environment, RowWriter rowWriter) {
        this.session = session;
        this.environment = environment;
        this.rowWriter = rowWriter;
    }

    /**
     * Stores rows, and answers each by its key. If {@code atomic}, it stops where it is once a row has failed: the transaction
     * must be undone then, and rows without an answer were not tried.
     */
    Map<String, RowResult> write(List<? extends WriteRow> rows, boolean atomic) throws SQLException {
        var open = rows.stream()
                .sorted(Comparator.comparing(WriteRow::externalId, CodePointOrder.INSTANCE))
                .toList();
        if (session.writersWait()) {
            session.beginWriting();
        }
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
        var stored = session.statements().find(session.connection(), environment, keys);
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
        var writes = send(plans);
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

    private List<RowWrite> send(List<WritePlan> plans) throws SQLException {
        if (session.mayStandAlone(plans.size())) {
            return List.of(session.writeAlone(environment, plans.get(0)));
        }
        session.beginWriting();
        return rowWriter.write(session, environment, plans);
    }

    private boolean anyFailed() {
        return results.values().stream().anyMatch(result -> !result.outcome().isSuccess());
    }
}
