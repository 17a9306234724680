package io.archivero.benchmarks.peers;

import io.archivero.benchmarks.Backend;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Place.Batches;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who takes part, and where. */
public final class Roster {
    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "archivero",
                    Roster::anywhere,
                    backend -> ArchiveroPeer.atomic(Place.empty(backend, Batches.PLAIN))),
            new Entry(
                    "archivero-wire",
                    Roster::anywhere,
                    backend -> new ArchiveroWire(Place.empty(backend, Batches.PLAIN))),
            entry("floor", Roster::anywhere, Batches.PLAIN, Roster::floor),
            entry("jdbc-autocommit", Backend::isPostgres, Batches.PLAIN, PostgresFloor::withAutocommit),
            entry("jdbc-one-statement", Backend::isPostgres, Batches.PLAIN, PostgresOneStatement::new),
            entry("jdbc-loop", Roster::anywhere, Batches.PLAIN, Roster::loop),
            entry("jdbc-batch", Roster::anywhere, Batches.PLAIN, place -> new JdbcBatch("jdbc-batch", place)),
            entry(
                    "jdbc-batch-rewritten",
                    Backend::isPostgres,
                    Batches.REWRITTEN,
                    place -> new JdbcBatch("jdbc-batch-rewritten", place)),
            entry("spring-jdbc", Roster::anywhere, Batches.REWRITTEN, SpringJdbc::new),
            entry("jdbi", Roster::anywhere, Batches.PLAIN, JdbiBatch::new),
            entry("hibernate-upsert-multiple", Roster::anywhere, Batches.REWRITTEN, HibernateUpsert::new),
            entry("hibernate-get-multiple", Roster::anywhere, Batches.REWRITTEN, HibernateGet::new),
            entry("jpa-merge", Roster::anywhere, Batches.REWRITTEN, HibernateMerge::new),
            entry("jooq-batch", Roster::anywhere, Batches.REWRITTEN, JooqBatch::new),
            entry("jooq-values", Roster::anywhere, Batches.PLAIN, JooqValues::new),
            new Entry("nitrite", Roster::hasNitriteCounterpart, Roster::nitrite));

    private Roster() {}

    /** Returns the names of those who run on a backend. */
    public static List<String> names(Backend backend) {
        return ENTRIES.stream()
                .filter(entry -> entry.runsOn().test(backend))
                .map(Entry::name)
                .toList();
    }

    /** Opens a contender over an empty database of its own. */
    public static Contender open(Backend backend, String name) throws SQLException {
        for (var entry : ENTRIES) {
            if (entry.name().equals(name) && entry.runsOn().test(backend)) {
                return entry.opener().open(backend);
            }
        }
        throw new IllegalArgumentException("on " + backend.label() + " no contender is called " + name);
    }

    private interface Opener {
        Contender open(Backend backend) throws SQLException;
    }

    private record Entry(String name, Predicate<Backend> runsOn, Opener opener) {}

    private static Entry entry(
            String name, Predicate<Backend> runsOn, Batches batches, Function<Place, Contender> contender) {
        return new Entry(name, runsOn, backend -> contender.apply(Place.withTable(backend, batches)));
    }

    private static boolean anywhere(Backend backend) {
        return true;
    }

    private static Contender floor(Place place) {
        return place.backend().isPostgres() ? PostgresFloor.inTransaction(place) : new H2Floor(place);
    }

    private static Contender loop(Place place) {
        return place.backend().isPostgres() ? new PostgresLoop(place) : new H2Loop(place);
    }

    /** Nitrite cannot sync its file, and is no server. */
    private static boolean hasNitriteCounterpart(Backend backend) {
        return !backend.isPostgres() && backend != Backend.H2_FILE_POWER_LOSS;
    }

    private static Contender nitrite(Backend backend) {
        if (backend == Backend.H2_MEMORY) {
            return NitriteCards.inMemory();
        }
        var directory = Place.newDirectory();
        boolean commits = backend == Backend.H2_FILE_PROCESS_CRASH;
        return NitriteCards.inFile(directory.resolve("cards"), commits, () -> Place.delete(directory));
    }
}
