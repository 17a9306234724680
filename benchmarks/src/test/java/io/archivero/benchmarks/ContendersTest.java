package io.archivero.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.DocumentUpsert;
import io.archivero.benchmarks.peers.ArchiveroPeer;
import io.archivero.benchmarks.peers.Roster;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Every contender")
class ContendersTest {
    private static final int ROWS = 60;
    private static final int SIZE = 20;

    @ParameterizedTest
    @EnumSource(
            value = Backend.class,
            names = {"POSTGRES", "H2_MEMORY"})
    @DisplayName("answers and stores as the workload says, and leaves the same table behind as the others")
    void agrees(Backend backend) throws SQLException {
        var contenders = new ArrayList<Contender>();
        try {
            var book = CardBook.ofNeighbours(ROWS);
            for (var name : Roster.names(backend)) {
                contenders.add(Roster.open(backend, name));
            }
            book.fill(contenders.stream().map(Contender::shelf).toList());
            for (var workload : Workload.values()) {
                new Race(contenders, book, workload, SIZE).check();
                new Race(contenders, book, workload, 1).check();
            }
            var expected = contents(contenders.get(0));
            assertEquals(ROWS, expected.size());
            for (var contender : contenders) {
                assertEquals(expected, contents(contender), contender.name());
            }
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Backend.class,
            names = {"H2_FILE_POWER_LOSS", "H2_FILE_PROCESS_CRASH", "H2_FILE_NONE"})
    @DisplayName("of those that keep a file works in it, and cleans it away")
    void worksInFile(Backend backend) throws SQLException {
        var book = CardBook.ofNeighbours(ROWS);
        for (var name : List.of("archivero", "floor", "nitrite")) {
            if (Roster.names(backend).contains(name)) {
                try (var contender = Roster.open(backend, name)) {
                    book.fill(contender.shelf());
                    Referee.check(
                            contender, book.batches(Workload.CREATE, 1, SIZE).get(0));
                }
            }
        }
    }

    @Test
    @DisplayName("that writes from many threads keeps every card's history")
    void keepsHistory() throws SQLException {
        try (var archivero = ArchiveroPeer.atomic(Place.empty(Backend.H2_MEMORY, Place.Batches.PLAIN))) {
            var rate = new Writers(archivero, 4).measure();
            assertEquals(0, rate.failed());
        }
    }

    /** What the callers set, by external id; blind contenders cannot be compared beyond that. */
    private static Map<String, DocumentUpsert> contents(Contender contender) throws SQLException {
        var externalIds =
                IntStream.range(0, 4 * ROWS).mapToObj(VoterCards::externalId).toList();
        return contender.shelf().rows(externalIds).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().content()));
    }
}
