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

/** A batch into a table that has grown; its cards come from anywhere in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GrowthBenchmark {
    @Param({"postgres", "h2-file-process-crash"})
    public String backend;

    @Param({"archivero", "floor"})
    public String contender;

    @Param({"create", "update", "replay"})
    public String workload;

    @Param("250")
    public int size;

    @Param({"10000", "100000", "1000000"})
    public int rows;

    private BatchState state;

    @Setup(Level.Trial)
    public void open() throws SQLException {
        state = BatchState.of(backend, contender, CardBook.ofScattered(rows), workload, size);
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
