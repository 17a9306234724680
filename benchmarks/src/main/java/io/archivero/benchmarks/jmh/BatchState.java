package io.archivero.benchmarks.jmh;

import io.archivero.benchmarks.Backend;
import io.archivero.benchmarks.CardBook;
import io.archivero.benchmarks.CardBook.Batch;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Contender.Answers;
import io.archivero.benchmarks.Contender.Call;
import io.archivero.benchmarks.Referee;
import io.archivero.benchmarks.Workload;
import io.archivero.benchmarks.peers.Roster;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * A contender with a full table, checked once, and the next batch for it. Making a batch, checking outcomes and removing what
 * was created happen around each call, outside its time.
 */
final class BatchState {
    /** So that single cards come in the right mixture. */
    private static final int SINGLES = 25;

    private final Contender contender;
    private final CardBook book;
    private final Workload workload;
    private final int size;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private Batch batch;
    private Call call;
    private Answers answers;

    BatchState(Contender contender, CardBook book, String workload, int size) throws SQLException {
        this.contender = contender;
        this.book = book;
        this.workload = Workload.valueOf(workload.toUpperCase(Locale.ROOT));
        this.size = size;
        book.fill(contender.shelf());
        contender.shelf().tidy();
        for (int i = 0; i < SINGLES; i++) {
            Referee.check(contender, next());
        }
    }

    /** Opens a contender by its name, with so many cards. */
    static BatchState of(String backend, String contender, CardBook book, String workload, int size)
            throws SQLException {
        return new BatchState(Roster.open(Backend.of(backend), contender), book, workload, size);
    }

    void prepare() {
        batch = next();
        call = contender.prepare(batch.items());
    }

    Answers run() throws SQLException {
        long allocated = CallAllocation.now();
        answers = call.run();
        CallAllocation.add(allocated);
        return answers;
    }

    void check() throws SQLException {
        Referee.checkOutcomes(contender, batch, answers.list());
        contender.shelf().remove(batch.created());
    }

    void tidy() throws SQLException {
        contender.shelf().tidy();
    }

    void close() {
        contender.close();
    }

    private Batch next() {
        if (batches.isEmpty()) {
            batches.addAll(book.batches(workload, size == 1 ? SINGLES : 1, size));
        }
        return batches.remove();
    }
}
