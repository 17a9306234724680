package io.archivero.examples.http;

import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.Durability;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import java.nio.file.Path;
import java.util.UUID;

/** The repository of the configuration, with the pool below it. */
final class Store implements AutoCloseable {
    private static final long CONNECT_MILLIS = 5_000;
    /** Health asks past the gate. */
    private static final int SPARE_CONNECTIONS = 2;
    /**
     * Without the last two settings H2 would close the database at SIGTERM, under the hands of the requests that are still running, and
     * would write values of documents into a file of its own when a statement fails.
     */
    private static final String H2_SETTINGS =
            ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private final HikariDataSource pool;
    private final DocumentRepository documents;

    private Store(StoreSettings settings, int requests) {
        pool = new HikariDataSource();
        pool.setJdbcUrl(url(settings.place()));
        pool.setUsername(settings.place().startsWith(StoreSettings.POSTGRES) ? settings.user() : "sa");
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(requests + SPARE_CONNECTIONS);
        pool.setConnectionTimeout(CONNECT_MILLIS);
        try {
            documents = repository(settings);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Opens it, with a connection for each of so many requests at once. */
    static Store open(StoreSettings settings, int requests) {
        return new Store(settings, requests);
    }

    DocumentRepository documents() {
        return documents;
    }

    @Override
    public void close() {
        pool.close();
    }

    private DocumentRepository repository(StoreSettings settings) {
        if (settings.place().startsWith(StoreSettings.POSTGRES)) {
            return PostgresDocumentRepository.builder(pool)
                    .validationLevel(settings.level())
                    .build();
        }
        boolean inMemory = settings.place().equals(StoreSettings.MEMORY);
        return H2DocumentRepository.builder(pool)
                .durability(inMemory ? Durability.NONE : Durability.POWER_LOSS)
                .validationLevel(settings.level())
                .build();
    }

    private static String url(String place) {
        if (place.startsWith(StoreSettings.POSTGRES)) {
            return place;
        }
        if (place.equals(StoreSettings.MEMORY)) {
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + H2_SETTINGS;
        }
        var file = Path.of(place.substring(StoreSettings.H2.length())).toAbsolutePath();
        return "jdbc:h2:async:" + file + H2_SETTINGS;
    }
}
