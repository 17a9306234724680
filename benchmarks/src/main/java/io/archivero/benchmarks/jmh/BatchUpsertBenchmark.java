package io.archivero.benchmarks.jmh;

import io.archivero.benchmarks.CardBook;
import io.archivero.benchmarks.Contender.Answers;
import java.sql.SQLException;
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

/**
 * A batch, all or nothing. With a size of 1 it is the upsert of a single document, against hand-written JDBC for one row. The
 * peers take part when they are asked: {@code -p contender=jdbi,jooq-batch}; so does {@code archivero-wire}, from text to text.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BatchUpsertBenchmark {
    @Param({"postgres", "postgres-1ms", "h2-memory", "h2-file-power-loss", "h2-file-process-crash", "h2-file-none"})
    public String backend;

    @Param({"archivero", "floor"})
    public String contender;

    @Param({"create", "update", "replay", "mixed"})
    public String workload;

    @Param({"1", "10", "50", "250"})
    public int size;

    @Param("50000")
    public int rows;

    private BatchState state;

    @Setup(Level.Trial)
    public void open() throws SQLException {
        state = BatchState.of(backend, contender, CardBook.ofNeighbours(rows), workload, size);
    }

    @Setup(Level.Invocation)
    public void prepare() {
        state.prepare();
    }

    @Benchmark
    public Answers upsert() throws SQLException {
        return state.run();
    }

    @TearDown(Level.Invocation)
    public void check() throws SQLException {
        state.check();
    }

    @TearDown(Level.Iteration)
    public void tidy() throws SQLException {
        state.tidy();
    }

    @TearDown(Level.Trial)
    public void close() {
        state.close();
    }
}
