package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ImportFailedException;
import io.archivero.ImportOptions;
import io.archivero.ImportReport;
import io.archivero.ImportReport.Ending;
import io.archivero.ItemOutcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every import, however it is cut. */
abstract class ImportLaws extends LawTopic {
    private static final int MANY = 15;

    ImportLaws(StoreFixture fixture) {
        super(fixture);
    }

    /** Inputs in which anything may be wrong, and keys come again and again. */
    @Provide
    final Arbitrary<List<DocumentUpsert>> input() {
        var externalIds = DocumentArbitraries.externalIds(8);
        var broken = DocumentArbitraries.invalidItems(externalIds).map(InvalidItem::item);
        return Draw.mostly(DocumentArbitraries.guardedItems(externalIds), 6, broken)
                .list()
                .ofMaxSize(MANY);
    }

    /** Inputs without guards, in which keys come again and again. */
    @Provide
    final Arbitrary<List<DocumentUpsert>> unguarded() {
        return DocumentArbitraries.items(DocumentArbitraries.externalIds(8))
                .list()
                .ofMaxSize(MANY);
    }

    @Provide
    final Arbitrary<ImportOptions> options() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(1, 3))
                .as((size, workers) ->
                        ImportOptions.defaults().withBatchSize(size).withParallelism(workers));
    }

    @Property
    @Label(
            "import: it is its items one by one in their order, whatever the size of the batches and the number of workers")
    void importIsSequence(
            @ForAll("good") List<DocumentUpsert> before,
            @ForAll("input") List<DocumentUpsert> items,
            @ForAll("options") ImportOptions options) {
        begin(before);
        var handed = new TreeMap<Long, Object>();
        var report = repository.importAll(TEST, items.iterator(), options.withRefusalSink((position, item, result) -> {
            assertEquals(items.get((int) position), item);
            assertEquals(null, handed.put(position, said(result)));
        }));
        var counts = new TreeMap<ItemOutcome, Long>();
        var refused = new TreeMap<Long, Object>();
        for (int i = 0; i < items.size(); i++) {
            var alone = run(LIVE, List.of(items.get(i)), false).items().get(0);
            counts.merge(alone.outcome(), 1L, Long::sum);
            if (!alone.outcome().isSuccess()) {
                refused.put((long) i, said(alone));
            }
        }
        assertSame(ModelDocument::of);
        assertEquals(refused, handed);
        report.counts().forEach((outcome, count) -> assertEquals(counts.getOrDefault(outcome, 0L), count));
        assertEquals(Ending.COMPLETED, report.ending());
        assertEquals(items.size(), report.done());
        assertEquals(refused.size(), report.refused());
        assertEquals(items.size(), report.resumePoint());
    }

    @Property
    @Label("resume: an import that ends early, wherever and why ever, and is resumed ends as if it had gone through")
    void resume(
            @ForAll("good") List<DocumentUpsert> before,
            @ForAll("input") List<DocumentUpsert> items,
            @ForAll("options") ImportOptions options,
            @ForAll("early") List<Ending> endings,
            @ForAll @IntRange(max = MANY) int most) {
        begin(before);
        var handed = new ArrayList<Long>();
        long from = 0;
        for (var ending : endings) {
            long begin = from;
            var report = endEarly(
                    items.subList((int) from, items.size()),
                    options.withRefusalSink((position, item, result) -> handed.add(begin + position)),
                    ending,
                    most);
            assertEquals(report.done(), report.resumePoint());
            from += report.resumePoint();
        }
        repository.importAll(LIVE, items.iterator(), ImportOptions.defaults());
        long start = from;
        var last = repository.importAll(
                TEST,
                items.stream().skip(from),
                options.withRefusalSink((position, item, result) -> handed.add(start + position)));
        assertEquals(items.size(), from + last.resumePoint());
        assertSame(ModelDocument::of);
        assertEquals(handed.stream().distinct().count(), handed.size());
    }

    @Property
    @Label("replay: an import from the beginning ends in the same documents, whatever was stored of it before")
    void replay(
            @ForAll("unguarded") List<DocumentUpsert> items,
            @ForAll("options") ImportOptions options,
            @ForAll @IntRange(max = MANY) int most) {
        begin(List.of());
        endEarly(items, options, Ending.STOPPED, most);
        for (var environment : List.of(TEST, LIVE)) {
            assertTrue(
                    repository.importAll(environment, items.iterator(), options).completed());
        }
        assertSame(Document::content);
        assertTrue(repository.importAll(TEST, items.stream(), options).completed());
        assertSame(Document::content);
    }

    @Provide
    final Arbitrary<List<Ending>> early() {
        return Arbitraries.of(Ending.STOPPED, Ending.INTERRUPTED, Ending.FAILED)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private void begin(List<DocumentUpsert> before) {
        start();
        if (!before.isEmpty()) {
            run(TEST, before, false);
            run(LIVE, before, false);
        }
    }

    /** Both environments hold the same, as far as that view goes. */
    private void assertSame(Function<Document, Object> view) {
        assertEquals(viewed(LIVE, view), viewed(TEST, view));
        assertEquals(count(LIVE), count(TEST));
    }

    private Map<String, Object> viewed(Environment environment, Function<Document, Object> view) {
        var viewed = new TreeMap<String, Object>();
        stored(environment).forEach((externalId, document) -> viewed.put(externalId, view.apply(document)));
        return viewed;
    }

    /** Imports items until so many were taken, or the listener heard of so many, and then ends for some reason. */
    private ImportReport endEarly(List<DocumentUpsert> items, ImportOptions options, Ending ending, int most) {
        var input = new EndingInput(items.iterator(), ending, most);
        try {
            return repository.importAll(
                    TEST,
                    input,
                    options.withProgressEveryBatches(1)
                            .withListener(progress -> ending != Ending.STOPPED || progress.done() < most));
        } catch (ImportFailedException e) {
            assertEquals(input.failure, e.getCause());
            return e.report();
        } finally {
            Thread.interrupted();
        }
    }

    /** An input that fails, or during which the thread is interrupted, when so many items were taken. */
    private static final class EndingInput implements Iterator<DocumentUpsert> {
        private final RuntimeException failure = new IllegalStateException("the input ends here");

        private final Iterator<DocumentUpsert> items;
        private final Ending ending;
        private int left;

        EndingInput(Iterator<DocumentUpsert> items, Ending ending, int most) {
            this.items = items;
            this.ending = ending;
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public DocumentUpsert next() {
            if (left-- == 0) {
                if (ending == Ending.FAILED) {
                    throw failure;
                } else if (ending == Ending.INTERRUPTED) {
                    Thread.currentThread().interrupt();
                }
            }
            return items.next();
        }
    }
}
