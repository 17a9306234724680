package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.Environment;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Deletes documents, inside one transaction: as a writer among writers, so in its turn and in the order of the keys (see
 * {@link BatchWriter}).
 */
final class DocumentRemoval {
    private final DocumentDao dao;
    private final Environment environment;

    DocumentRemoval(Session session, Environment environment) throws SQLException {
        session.beginWriting();
        this.dao = session.dao();
        this.environment = environment;
    }

    long byExternalIds(Collection<String> externalIds) {
        return sum(dao.delete(environment.wireName(), sorted(externalIds)));
    }

    long byClientId(UUID clientId) {
        var externalIds = sorted(dao.externalIdsOf(environment.wireName(), clientId));
        return sum(dao.deleteOf(environment.wireName(), externalIds, clientId));
    }

    boolean asSeen(Document seen) {
        return dao.deleteSeen(environment.wireName(), seen.externalId(), seen.id(), seen.version()) > 0;
    }

    private static List<String> sorted(Collection<String> externalIds) {
        return externalIds.stream().sorted(CodePointOrder.INSTANCE).toList();
    }

    private static long sum(int[] counts) {
        return IntStream.of(counts).asLongStream().sum();
    }
}
