package io.archivero.benchmarks.peers;

import io.archivero.ItemOutcome;
import io.archivero.benchmarks.Answer;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import jakarta.persistence.ValidationMode;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** What the three ways of Hibernate share: a session factory with JDBC batches as large as a batch of cards. */
abstract class HibernatePeer implements Contender {
    private static final int BATCH = 250;

    private final String name;
    private final Place place;
    private final Shelf shelf;
    private final SessionFactory sessions;

    HibernatePeer(String name, Place place, Class<? extends HibernateCard> entity) {
        this.name = name;
        this.place = place;
        this.shelf = new Table(place);
        this.sessions = new HibernatePersistenceConfiguration(name)
                .managedClass(entity)
                .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, place.dataSource())
                .property(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH)
                .property(AvailableSettings.ORDER_INSERTS, true)
                .property(AvailableSettings.ORDER_UPDATES, true)
                .validationMode(ValidationMode.NONE)
                .createEntityManagerFactory();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Shelf shelf() {
        return shelf;
    }

    final Place place() {
        return place;
    }

    final SessionFactory sessions() {
        return sessions;
    }

    static List<HibernateCard.Key> keys(List<CardRow> rows) {
        return rows.stream()
                .map(row -> new HibernateCard.Key(row.environment(), row.externalId()))
                .toList();
    }

    /** The answer for a card that Hibernate has written, or found. */
    static Answer answer(ItemOutcome outcome, HibernateCard.Versioned card) {
        return new Answer(outcome, card.id, card.version, card.createdAt, card.updatedAt);
    }

    @Override
    public final void close() {
        sessions.close();
        place.close();
    }
}
