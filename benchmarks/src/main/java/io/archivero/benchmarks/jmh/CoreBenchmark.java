package io.archivero.benchmarks.jmh;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.benchmarks.CardBook;
import io.archivero.benchmarks.Workload;
import io.archivero.benchmarks.peers.ArchiveroWire;
import io.archivero.testkit.InMemoryDocumentRepository;
import io.archivero.testkit.InMemoryDocumentStore;
import io.archivero.wire.BatchRequest;
import io.archivero.wire.WireCodec;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the library itself costs per item, without a database: validation, decisions and results over a map in memory, and the
 * wire format on both sides of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CoreBenchmark {
    private static final int SIZE = 250;
    private static final WireCodec CODEC = WireCodec.standard();

    @Param({"create", "update", "replay"})
    public String workload;

    private final InMemoryDocumentStore store = new InMemoryDocumentStore();
    private final InMemoryDocumentRepository repository =
            InMemoryDocumentRepository.builder(store).build();
    private List<List<DocumentUpsert>> batches;
    private String request;
    private BatchUpsertResult result;
    private int next;

    /** No fixture around each call, so that what is allocated is the library's. */
    @Setup(Level.Trial)
    public void fill() {
        var book = CardBook.ofNeighbours(SIZE);
        var cards = book.cards();
        request = ArchiveroWire.request(cards);
        result = repository.batchUpsertByExternalId(Environment.TEST, cards);
        var changed = book.batches(Workload.UPDATE, 1, SIZE).get(0).items();
        batches = workload.equals("update") ? List.of(changed, cards) : List.of(cards);
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public BatchUpsertResult upsert() {
        if (workload.equals("create")) {
            store.clear();
        }
        return repository.batchUpsertByExternalId(Environment.TEST, batches.get(next++ % batches.size()));
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public BatchRequest readRequest() {
        return CODEC.readBatch(request);
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public String writeResponse() {
        return CODEC.toJson(result);
    }
}
