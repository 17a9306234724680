package io.archivero.benchmarks.jmh;

import io.archivero.benchmarks.Backend;
import io.archivero.benchmarks.CardBook;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Writers;
import io.archivero.benchmarks.peers.ArchiveroPeer;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Many writers, a fifth of whose cards are hot. However many there are, they store the same number of batches together; the
 * score is the time of the whole, divided by the batches. A history that does not add up fails the run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@Fork(1)
public class WritersBenchmark {
    @Param({"postgres", "h2-memory", "h2-file-power-loss", "h2-file-process-crash"})
    public String backend;

    @Param({"1", "2", "4", "8"})
    public int threads;

    @Param("50000")
    public int rows;

    private ArchiveroPeer archivero;
    private Writers writers;

    @Setup(Level.Trial)
    public void open() throws SQLException {
        archivero = ArchiveroPeer.atomic(Place.empty(Backend.of(backend), Place.Batches.PLAIN));
        CardBook.ofNeighbours(rows).fill(archivero.shelf());
    }

    @Setup(Level.Invocation)
    public void prepare() {
        writers = new Writers(archivero, threads);
    }

    @Benchmark
    @OperationsPerInvocation(Writers.BATCHES)
    public void write() {
        writers.run();
    }

    @TearDown(Level.Invocation)
    public void check() throws SQLException {
        writers.check();
    }

    @TearDown(Level.Trial)
    public void close() {
        archivero.close();
    }
}
