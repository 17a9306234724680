package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.testkit.history.History;
import io.archivero.testkit.rivals.RivalPlan;
import io.archivero.testkit.rivals.Rivals;
import io.archivero.testkit.rivals.Tally;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rivals over the store in memory")
class InMemoryRivalsTest {
    @Test
    @DisplayName("are told what fits together")
    void rivals() throws Exception {
        var history = History.inMemory();
        var tally = new Tally();
        try (var repository = InMemoryDocumentRepository.create()) {
            Rivals.run(repository, new RivalPlan("m", 6, 1, Rivals.calls(4_000)), history, tally);
            assertEquals(List.of(), Rivals.check(repository, history.calls()));
        }
        assertEquals(0, tally.get(Tally.UNDOCUMENTED), () -> String.valueOf(tally.firstUndocumented()));
        assertTrue(tally.get(Tally.REFUSED) > 100, tally.toText());
    }
}
