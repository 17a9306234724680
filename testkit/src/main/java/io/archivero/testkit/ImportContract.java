package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.INVALID;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentUpsert;
import io.archivero.ImportFailedException;
import io.archivero.ImportOptions;
import io.archivero.ImportReport;
import io.archivero.ImportReport.Ending;
import io.archivero.InvalidBatchException;
import io.archivero.ItemOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Any number of items. */
abstract class ImportContract extends ContractTopic {
    private static final ImportOptions DEFAULTS = ImportOptions.defaults();

    ImportContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("of more items than a batch has stores them all, each in its environment")
    void manyBatches() {
        var report = repository.importAll(TEST, numbered(600).iterator(), DEFAULTS);
        assertEquals(Ending.COMPLETED, report.ending());
        assertEquals(Map.of(CREATED, 600L), counts(report));
        assertEquals(600, report.resumePoint());
        assertEquals(600, count(TEST));
        assertEquals(0, count(LIVE));
        var again = repository.importAll(TEST, numbered(600).stream(), DEFAULTS.withParallelism(3));
        assertEquals(Map.of(UNCHANGED, 600L), counts(again));
    }

    @Test
    @DisplayName("of a stream leaves it open")
    void stream() {
        var closed = new ArrayList<String>();
        var stream = numbered(3).stream().onClose(() -> closed.add("closed"));
        assertEquals(3, repository.importAll(TEST, stream, DEFAULTS).stored());
        assertEquals(List.of(), closed);
    }

    @Test
    @DisplayName("of nothing does nothing")
    void nothing() {
        var report = repository.importAll(TEST, Stream.of(), DEFAULTS);
        assertTrue(report.completed());
        assertEquals(0, report.done());
        assertEquals(0, report.resumePoint());
    }

    @Test
    @DisplayName("takes an external id that comes again as a change of the earlier item, with one worker and with many")
    void repeatedKeys() {
        for (int workers : List.of(1, 4)) {
            fixture.clear();
            var items = IntStream.range(0, 300)
                    .mapToObj(i -> item("key " + i % 3).size((long) i).build());
            var report = repository.importAll(TEST, items, DEFAULTS.withParallelism(workers));
            assertEquals(Map.of(CREATED, 3L, UPDATED, 297L), counts(report));
            assertEquals(298, find("key 1").size());
            assertEquals(100, find("key 1").version());
        }
    }

    @Test
    @DisplayName(
            "hands every item that cannot be stored to the sink, with its place in the input and its reason, and stores the others")
    void refusals() {
        atomic(plain("known"));
        var guarded = item("known").clientId(BETO).expectedVersion(9L).build();
        var nobody = DocumentUpsert.builder(null).build();
        var items = List.of(plain("a"), invalid("bad"), plain("b"), guarded, nobody, plain("bad"));
        var handed = new ArrayList<String>();
        var report = repository.importAll(
                TEST, items.stream(), DEFAULTS.withBatchSize(2).withRefusalSink((position, item, result) -> {
                    assertEquals(items.get((int) position), item);
                    assertEquals(item.externalId(), result.externalId());
                    handed.add(position + " " + result.outcome() + " "
                            + reasons(result).get(0));
                }));
        assertEquals(
                List.of(
                        "1 INVALID character /type",
                        "3 CONFLICT expected_version /expectedVersion",
                        "4 INVALID required /externalId"),
                handed);
        assertEquals(Map.of(CREATED, 3L, INVALID, 2L, CONFLICT, 1L), counts(report));
        assertEquals(3, report.refused());
        assertEquals(6, report.resumePoint());
        assertTrue(report.completed());
        assertEquals(4, count(TEST));
    }

    @Test
    @DisplayName(
            "that its listener stops settles what it took, and goes on from the resume point as if it had never stopped")
    void stopAndResume() {
        var items = numbered(100);
        var options = DEFAULTS.withBatchSize(10).withParallelism(2).withProgressEveryBatches(1);
        var report =
                repository.importAll(TEST, items.iterator(), options.withListener(progress -> progress.done() < 30));
        assertEquals(Ending.STOPPED, report.ending());
        assertTrue(report.done() >= 30 && report.done() < 100, report::toString);
        assertEquals(report.done(), report.resumePoint());
        assertEquals(report.done(), count(TEST));
        var rest = repository.importAll(TEST, items.stream().skip(report.resumePoint()), options);
        assertEquals(Map.of(CREATED, 100 - report.done()), counts(rest));
    }

    @Test
    @DisplayName("that is interrupted settles what it took, says so, and keeps the flag")
    void interrupt() {
        var items = numbered(100).stream().peek(item -> {
            if ("item 42".equals(item.externalId())) {
                Thread.currentThread().interrupt();
            }
        });
        var report = repository.importAll(TEST, items, DEFAULTS.withBatchSize(10));
        assertTrue(Thread.interrupted());
        assertEquals(Ending.INTERRUPTED, report.ending());
        assertEquals(43, report.resumePoint());
        assertEquals(43, count(TEST));
    }

    @Test
    @DisplayName("that is interrupted before it begins stores nothing, and keeps the flag")
    void interruptedBefore() {
        Thread.currentThread().interrupt();
        var report = repository.importAll(TEST, numbered(10).iterator(), DEFAULTS);
        assertTrue(Thread.interrupted());
        assertEquals(Ending.INTERRUPTED, report.ending());
        assertEquals(0, report.resumePoint());
        assertEquals(0, countAll());
    }

    @Test
    @DisplayName("with a null among the items fails there, and has stored those before")
    @SuppressWarnings("NullAway") // hosts written without null checks do this
    void nullItem() {
        var items = Arrays.asList(plain("a"), plain("b"), null, plain("c")).iterator();
        var failure = assertThrows(ImportFailedException.class, () -> repository.importAll(TEST, items, DEFAULTS));
        assertInstanceOf(InvalidBatchException.class, failure.getCause());
        assertEquals(Ending.FAILED, failure.report().ending());
        assertEquals(2, failure.report().resumePoint());
        assertEquals(2, count(TEST));
    }

    @Test
    @DisplayName("shows no value in report, progress or exception")
    void silence() {
        var said = new StringBuilder();
        var options = DEFAULTS.withProgressEveryBatches(1)
                .withListener(progress -> {
                    said.append(progress);
                    return true;
                })
                .withRefusalSink((position, item, result) -> {
                    said.append(item).append(result);
                    throw new IllegalStateException("secret");
                });
        var failure = assertThrows(
                ImportFailedException.class,
                () -> repository.importAll(TEST, Stream.of(plain("secret"), invalid("secret")), options));
        said.append(failure.report()).append(failure.getMessage());
        assertTrue(said.toString().contains("CREATED=1"), said.toString());
        assertTrue(!said.toString().contains("secret"), said.toString());
    }

    private static List<DocumentUpsert> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> plain("item " + i)).toList();
    }

    /** Returns the outcomes that occurred. */
    private static Map<ItemOutcome, Long> counts(ImportReport report) {
        assertEquals(
                report.done(),
                report.counts().values().stream().mapToLong(Long::longValue).sum());
        return report.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
