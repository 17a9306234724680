package io.archivero.benchmarks.jmh;

import io.archivero.Document;
import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.benchmarks.Backend;
import io.archivero.benchmarks.CardBook;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf.Row;
import io.archivero.benchmarks.VoterCards;
import io.archivero.benchmarks.peers.ArchiveroPeer;
import io.archivero.benchmarks.peers.JdbcReads;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
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

/** Reads by id, by external id, and by 250 external ids, beside the same by hand-written JDBC on the same table. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadBenchmark {
    private static final int MANY = 250;
    private static final int KNOWN_IDS = 2_000;

    @Param({"postgres", "h2-memory", "h2-file-power-loss"})
    public String backend;

    @Param({"archivero", "floor"})
    public String contender;

    @Param("50000")
    public int rows;

    private ArchiveroPeer archivero;
    private DocumentRepository repository;
    private JdbcReads jdbc;
    private CardBook book;
    private List<String> externalIds;
    private final Random random = new Random(MANY);
    private List<UUID> ids;
    private UUID id;

    @Setup(Level.Trial)
    public void open() throws SQLException {
        archivero = ArchiveroPeer.atomic(Place.empty(Backend.of(backend), Place.Batches.PLAIN));
        book = CardBook.ofScattered(rows);
        book.fill(archivero.shelf());
        archivero.shelf().tidy();
        repository = archivero.repository();
        jdbc = new JdbcReads(archivero.place());
        var some = book.stored(Math.min(rows, KNOWN_IDS)).stream()
                .map(VoterCards::externalId)
                .toList();
        ids = archivero.shelf().rows(some).values().stream().map(Row::id).toList();
        check();
    }

    /** Both must read the same. */
    private void check() throws SQLException {
        next();
        var found = repository.findAllByExternalId(Environment.TEST, externalIds);
        if (found.size() != MANY || !found.equals(jdbc.findAllByExternalId(externalIds))) {
            throw new IllegalStateException("the two do not read the same documents");
        }
        var first = found.get(externalIds.get(0));
        if (!first.equals(jdbc.findByExternalId(externalIds.get(0))) || !first.equals(jdbc.findById(first.id()))) {
            throw new IllegalStateException("the two do not read the same document");
        }
    }

    @Setup(Level.Invocation)
    public void next() {
        externalIds = book.stored(MANY).stream().map(VoterCards::externalId).toList();
        id = ids.get(random.nextInt(ids.size()));
    }

    @Benchmark
    public Document byId() throws SQLException {
        return isArchivero() ? repository.findById(Environment.TEST, id).orElseThrow() : jdbc.findById(id);
    }

    @Benchmark
    public Document byExternalId() throws SQLException {
        var externalId = externalIds.get(0);
        return isArchivero()
                ? repository.findByExternalId(Environment.TEST, externalId).orElseThrow()
                : jdbc.findByExternalId(externalId);
    }

    @Benchmark
    public Map<String, Document> by250ExternalIds() throws SQLException {
        Collection<String> wanted = externalIds;
        return isArchivero()
                ? repository.findAllByExternalId(Environment.TEST, wanted)
                : jdbc.findAllByExternalId(externalIds);
    }

    @TearDown(Level.Trial)
    public void close() {
        archivero.close();
    }

    private boolean isArchivero() {
        return contender.equals("archivero");
    }
}
