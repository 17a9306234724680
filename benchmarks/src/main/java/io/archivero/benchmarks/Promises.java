package io.archivero.benchmarks;

import io.archivero.DocumentUpsert;
import io.archivero.benchmarks.peers.ArchiveroPeer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What durability costs: Archivero over H2 in files that promise more and less, side by side in one race. */
final class Promises {
    private static final String PLACE = "h2-file";
    private static final String NOTHING = "none";

    private Promises() {}

    /** Returns a result per workload, whose base promises nothing. */
    static List<Result> race(int rows, int size, Duration time) throws SQLException {
        var contenders = new ArrayList<Contender>();
        try {
            for (var backend : Backend.values()) {
                if (backend.isFile()) {
                    contenders.add(new Promise(ArchiveroPeer.atomic(Place.empty(backend, Place.Batches.PLAIN))));
                }
            }
            var book = CardBook.ofNeighbours(rows);
            book.fill(contenders.stream().map(Contender::shelf).toList());
            var results = new ArrayList<Result>();
            for (var workload : Workload.values()) {
                results.add(new Result(
                        PLACE, workload, size, NOTHING, new Race(contenders, book, workload, size).run(time)));
            }
            return results;
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    /** Archivero under the name of what is promised. */
    private record Promise(ArchiveroPeer archivero) implements Contender {
        @Override
        public String name() {
            return archivero.place().backend().label().substring(PLACE.length() + 1);
        }

        @Override
        public boolean isFavourite() {
            return true;
        }

        @Override
        public Answers upsert(List<DocumentUpsert> items) {
            return archivero.upsert(items);
        }

        @Override
        public Shelf shelf() {
            return archivero.shelf();
        }

        @Override
        public void close() {
            archivero.close();
        }
    }
}
