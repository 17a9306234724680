package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Lists and counts the documents that one query matches, by the {@link Drive} that suits it best. */
public final class DocumentLists {
    private static final UUID SMALLEST = new UUID(0, 0);
    private static final UUID LARGEST = new UUID(-1, -1);
    private static final int PART = 200;

    private final DocumentDao dao;
    private final Environment environment;
    private final DocumentQuery query;
    private final QueryFilter filter;

    /** For the documents of an environment. */
    public DocumentLists(DocumentDao dao, Environment environment, DocumentQuery query) {
        this.dao = dao;
        this.environment = environment;
        this.query = query;
        this.filter = QueryFilter.of(query);
    }

    /** Returns up to so many documents after an id, or from the beginning. */
    List<Document> list(@Nullable UUID after, int limit) throws SQLException {
        var drive = drive();
        var found = new ArrayList<Document>(limit);
        var from = after != null ? after : query.isOldestFirst() ? SMALLEST : LARGEST;
        while (true) {
            var candidates = candidates(drive, from, limit);
            candidates.stream()
                    .filter(this::hasMetadata)
                    .limit(limit - found.size())
                    .forEach(found::add);
            if (candidates.size() < limit || found.size() == limit) {
                return found;
            }
            from = candidates.get(limit - 1).id();
        }
    }

    /** Counts by one statement, which takes the database's word for the metadata. */
    public long count() {
        var drive = filter.allows(Drive.CLIENT)
                ? Drive.CLIENT
                : filter.allows(Drive.PREFIX) ? Drive.PREFIX : Drive.EVERYTHING;
        try (var statement = statement(drive.count())) {
            return statement.mapTo(long.class).one();
        }
    }

    /** Counts by a look at each document that the database finds. */
    long countOneByOne() throws SQLException {
        long count = 0;
        var documents = list(null, PART);
        while (documents.size() == PART) {
            count += PART;
            documents = list(documents.get(PART - 1).id(), PART);
        }
        return count + documents.size();
    }

    private Drive drive() throws SQLException {
        if (isFew(Drive.PREFIX)) {
            return Drive.PREFIX;
        }
        if (filter.allows(Drive.CLIENT)) {
            return Drive.CLIENT;
        }
        if (Drive.OPTIONAL.stream().noneMatch(filter::allows)) {
            return Drive.EVERYTHING;
        }
        var indexes = dao.indexes();
        return Drive.OPTIONAL.stream()
                .filter(drive -> filter.allows(drive) && indexes.contains(drive.index()))
                .filter(drive -> drive.isOrdered() || isFew(drive))
                .findFirst()
                .orElse(Drive.EVERYTHING);
    }

    private boolean isFew(Drive drive) {
        if (!filter.allows(drive)) {
            return false;
        }
        try (var statement = statement(drive.countFew())) {
            return statement.bind("limit", Drive.FEW + 1).mapTo(int.class).one() <= Drive.FEW;
        }
    }

    private List<Document> candidates(Drive drive, UUID after, int limit) {
        try (var statement = statement(drive.list(query.isOldestFirst()))) {
            return statement
                    .bind("after", after)
                    .bind("limit", limit)
                    .map(new DocumentMapper())
                    .list();
        }
    }

    private Query statement(String sql) {
        return dao.getHandle()
                .createQuery(sql)
                .define("filters", QueryFilter.CONDITION)
                .define("metadata", dao.metadataCondition())
                .bind("environment", environment.wireName())
                .bindMethods(filter);
    }

    private boolean hasMetadata(Document document) {
        var wanted = query.metadata().asMap();
        return wanted.isEmpty() || document.metadata().asMap().entrySet().containsAll(wanted.entrySet());
    }
}
