package io.archivero.testkit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.Scope;
import io.archivero.StoredFile;
import io.archivero.testkit.InMemoryDocumentRepository;
import io.archivero.testkit.history.RecordedCall.Shape;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A history")
class HistoryTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final History history = History.writtenTo(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<RecordedCall> read(String text) {
        return History.read(new BufferedReader(new StringReader(text)), lines -> {}, remark -> {
            throw new AssertionError(remark);
        });
    }

    private static RecordedCall intent(long begin, Fact... facts) {
        return new RecordedCall(begin, RecordedCall.OPEN, Shape.BATCH, List.of(facts));
    }

    @Test
    @DisplayName("knows of each call what it did, or else what it may have done")
    void settled() {
        var open = history.intend(intent(2, Fact.maybeWritten("a", "m"), Fact.maybeDeleted("b")));
        history.add(new RecordedCall(1, 2, Shape.LOOSE, List.of(Fact.absent("é😀"))));
        assertEquals(
                List.of(1L, 2L),
                history.calls().stream().map(RecordedCall::begin).toList());
        assertEquals(RecordedCall.OPEN, history.calls().get(1).end());
        history.settle(open, new RecordedCall(2, 3, Shape.BATCH, List.of(Fact.deleted("b"))));
        assertEquals(2, history.calls().size());
        assertEquals(List.of(Fact.deleted("b")), history.calls().get(1).facts());
    }

    @Test
    @DisplayName("comes back equal from what it wrote")
    void roundTrip() {
        try (var repository = InMemoryDocumentRepository.create()) {
            var item = DocumentUpsert.builder("ñ 😀")
                    .clientId(new UUID(1, 2))
                    .scope(Scope.MX)
                    .type("x")
                    .sourceVersion(7L)
                    .metadata(Marks.stamp("s-1"))
                    .build();
            var created = repository
                    .upsertByExternalId(Environment.TEST, item)
                    .document()
                    .orElseThrow();
            var state = SeenState.of(created);
            assertEquals(Set.of("s-1", Marks.NO_FILE), state.marks());
            history.intend(intent(1, Fact.maybeWritten("test/ñ 😀", "s-1")));
            history.add(new RecordedCall(
                    2,
                    3,
                    Shape.BATCH,
                    List.of(
                            Fact.created("test/ñ 😀", state, 0L),
                            Fact.conflicted("b", null, 4),
                            Fact.stale("c", state, 3),
                            Fact.deleted("d"))));
            assertEquals(history.calls(), read(written()));
            var filed = repository.attachFile(Environment.TEST, created.id(), new StoredFile(null, null, null, "f-1"));
            var reviewed = repository.verify(Environment.TEST, created.id(), "r-1");
            assertEquals(Set.of("s-1", "f-1", "r-1"), SeenState.of(reviewed).marks());
            assertNotEquals(state.content(), SeenState.of(filed).content());
        }
    }

    @Test
    @DisplayName("leaves out half a line, with which a process was killed")
    void half() {
        history.intend(intent(1, Fact.maybeWritten("a", "m")));
        history.intend(intent(2, Fact.maybeWritten("b", "m")));
        var text = written();
        assertEquals(2, read(text).size());
        assertEquals(1, read(text.substring(0, text.length() - 1)).size());
    }

    @Test
    @DisplayName("hands over what else the process had to say")
    void remarks() {
        history.intend(intent(1, Fact.maybeWritten("a", "m")));
        var remarks = new ArrayList<String>();
        var lines = new ArrayList<Integer>();
        assertEquals(
                1,
                History.read(new BufferedReader(new StringReader(written() + "#b=2\n#")), lines::add, remarks::add)
                        .size());
        assertEquals(List.of("b=2"), remarks);
        assertEquals(List.of(1, 2), lines);
    }
}
