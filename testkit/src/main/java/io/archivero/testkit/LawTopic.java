package io.archivero.testkit;

import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemResult;
import io.archivero.spi.RepositoryBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.jspecify.annotations.Nullable;

/** The laws of one topic: one repository for all tries, a store that each try empties, and what the tries draw from. */
abstract class LawTopic {
    static final Environment TEST = Environment.TEST;
    static final Environment LIVE = Environment.LIVE;
    static final int MOST = 6;

    static final Instant START = Instant.parse("2026-03-01T10:15:30.123456Z");

    final StoreFixture fixture;
    final ManualClock clock = ManualClock.at(START);
    final DocumentRepository repository;
    private final List<DocumentRepository> opened = new ArrayList<>();

    LawTopic(StoreFixture fixture) {
        this.fixture = fixture;
        this.repository = open(options -> options.clock(clock));
    }

    /** Opens a repository that is closed after the last try. */
    final DocumentRepository open(Consumer<? super RepositoryBuilder<?>> options) {
        var another = fixture.open(options);
        opened.add(another);
        return another;
    }

    /** jqwik makes one instance for all tries of a property, so each law begins with this. */
    final void start() {
        fixture.clear();
        clock.set(START);
    }

    @AfterProperty
    final void close() throws Exception {
        for (var each : opened) {
            if (each instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    /** Good items with different keys. */
    @Provide
    final Arbitrary<List<DocumentUpsert>> good() {
        return DocumentArbitraries.batches(MOST);
    }

    /** Items in which anything may be wrong. */
    @Provide
    final Arbitrary<List<DocumentUpsert>> mixed() {
        return DocumentArbitraries.mixedBatches(MOST);
    }

    /** Several batches in which anything may be wrong, one after the other. */
    @Provide
    final Arbitrary<List<List<DocumentUpsert>>> history() {
        return DocumentArbitraries.mixedBatches(MOST).list().ofMinSize(1).ofMaxSize(5);
    }

    /** Steps of a clock, forwards and backwards. */
    @Provide
    final Arbitrary<Duration> step() {
        return Arbitraries.of(0, 1, 1_000, -1, -1_000_000_000).map(micros -> Duration.ofNanos(micros * 1_000L));
    }

    /** Runs a batch in either mode; the result of a refused one is its result too. */
    final BatchUpsertResult run(Environment environment, List<DocumentUpsert> items, boolean atomic) {
        try {
            return repository.batchUpsertByExternalId(environment, items, atomic);
        } catch (BatchRejectedException e) {
            return e.result();
        }
    }

    /** Returns everything that can be stored in an environment, by external id. */
    final Map<String, Document> stored(Environment environment) {
        return repository.findAllByExternalId(environment, TextArbitraries.LOOKALIKES);
    }

    final long count(Environment environment) {
        return repository.count(environment, DocumentQuery.all());
    }

    /** Returns what one answer says, but for the position and for ids, which no two stores share. */
    static List<@Nullable Object> said(ItemResult result) {
        return Arrays.asList(
                result.externalId(),
                result.outcome(),
                result.document().map(ModelDocument::of).orElse(null),
                result.violations());
    }
}
