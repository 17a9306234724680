package io.archivero.benchmarks.jmh;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Backend;
import io.archivero.benchmarks.CardBook;
import io.archivero.benchmarks.CardBook.Batch;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Refusals;
import io.archivero.benchmarks.Workload;
import io.archivero.benchmarks.peers.ArchiveroPeer;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A batch item by item, some of whose rows a CHECK constraint of the host's refuses, beside one that is all or nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PartialBenchmark {
    @Param({"postgres", "h2-memory", "h2-file-power-loss"})
    public String backend;

    @Param({"create", "update"})
    public String workload;

    /** What is promised, and how many rows are refused. */
    @Param({"atomic", "partial-0", "partial-1", "partial-10"})
    public String mode;

    @Param("250")
    public int size;

    @Param("50000")
    public int rows;

    private ArchiveroPeer archivero;
    private CardBook book;
    private int refused;
    private Batch batch;
    private List<DocumentUpsert> items;
    private BatchUpsertResult result;

    @Setup(Level.Trial)
    public void open() throws SQLException {
        archivero = ArchiveroPeer.atomic(Place.empty(Backend.of(backend), Place.Batches.PLAIN));
        book = CardBook.ofNeighbours(rows);
        book.fill(archivero.shelf());
        Refusals.addTo(archivero.place());
        refused = mode.equals("atomic") ? 0 : Integer.parseInt(mode.substring("partial-".length()));
    }

    @Setup(Level.Invocation)
    public void prepare() {
        batch = book.batches(Workload.valueOf(workload.toUpperCase(Locale.ROOT)), 1, size)
                .get(0);
        items = Refusals.among(batch.items(), refused);
    }

    @Benchmark
    public BatchUpsertResult upsert() {
        result = archivero.repository().batchUpsertByExternalId(Environment.TEST, items, mode.equals("atomic"));
        return result;
    }

    @TearDown(Level.Invocation)
    public void check() throws SQLException {
        if (result.counts().get(ItemOutcome.REFUSED) != refused) {
            throw new IllegalStateException("not as many rows were refused as should have been");
        }
        archivero.shelf().remove(batch.created());
    }

    @TearDown(Level.Iteration)
    public void tidy() throws SQLException {
        archivero.shelf().tidy();
    }

    @TearDown(Level.Trial)
    public void close() {
        archivero.close();
    }
}
