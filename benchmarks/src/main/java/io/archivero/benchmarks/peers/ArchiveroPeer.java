package io.archivero.benchmarks.peers;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemResult;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Archivero, through its public API, validation and full results included. Safe for use by many threads. */
public final class ArchiveroPeer implements Contender {
    private final String name;
    private final Place place;
    private final boolean atomic;
    private final StoredRepository opened;

    private ArchiveroPeer(String name, Place place, boolean atomic) {
        this.name = name;
        this.place = place;
        this.atomic = atomic;
        this.opened = StoredRepository.over(place);
    }

    /** Stores batches that are all or nothing. */
    public static ArchiveroPeer atomic(Place place) {
        return new ArchiveroPeer("archivero", place, true);
    }

    /** Stores batches item by item. */
    public static ArchiveroPeer partial(Place place) {
        return new ArchiveroPeer("archivero-partial", place, false);
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the place of its table. */
    public Place place() {
        return place;
    }

    /** Returns the repository. */
    public DocumentRepository repository() {
        return opened.repository();
    }

    @Override
    public boolean isFavourite() {
        return true;
    }

    @Override
    public Shelf shelf() {
        return opened;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) {
        if (items.size() == 1 && atomic) {
            var result = opened.repository().upsertByExternalId(Environment.TEST, items.get(0));
            return () -> List.of(answer(result));
        }
        var result = opened.repository().batchUpsertByExternalId(Environment.TEST, items, atomic);
        return () -> answers(result);
    }

    @Override
    public void close() {
        place.close();
    }

    private static List<Answer> answers(BatchUpsertResult result) {
        return result.items().stream().map(ArchiveroPeer::answer).toList();
    }

    private static Answer answer(ItemResult result) {
        return result.document()
                .map(document -> new Answer(
                        result.outcome(),
                        document.id(),
                        document.version(),
                        document.createdAt(),
                        document.updatedAt()))
                .orElseGet(() -> new Answer(result.outcome(), null, null, null, null));
    }

    /** A repository, which also fills its own table. */
    record StoredRepository(DocumentRepository repository, Table table) implements Shelf {
        static StoredRepository over(Place place) {
            var dataSource = place.dataSource();
            var repository = place.backend().isPostgres()
                    ? PostgresDocumentRepository.create(dataSource)
                    : H2DocumentRepository.builder(dataSource)
                            .durability(place.backend().durability())
                            .build();
            return new StoredRepository(repository, new Table(place));
        }

        @Override
        public void fill(List<DocumentUpsert> cards) {
            int size = DocumentRepository.MAX_BATCH_SIZE;
            for (int first = 0; first < cards.size(); first += size) {
                repository.batchUpsertByExternalId(
                        Environment.TEST, cards.subList(first, Math.min(first + size, cards.size())));
            }
        }

        @Override
        public Map<String, Row> rows(Collection<String> externalIds) throws SQLException {
            return table.rows(externalIds);
        }

        @Override
        public void remove(Collection<String> externalIds) throws SQLException {
            table.remove(externalIds);
        }

        @Override
        public void tidy() throws SQLException {
            table.tidy();
        }
    }
}
