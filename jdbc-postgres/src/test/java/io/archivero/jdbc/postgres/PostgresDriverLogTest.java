package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.testkit.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the documentation says of the driver's log, so that it is noticed when it is no longer true. */
@DisplayName("The log of PostgreSQL's driver")
class PostgresDriverLogTest {
    private static final String KEY = "geheimnis";

    private final Logger driver = Logger.getLogger("org.postgresql");
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final DocumentRepository repository = PostgresDocumentRepository.create(EmbeddedPostgres.freshDatabase());

    @BeforeEach
    void listen() {
        driver.addHandler(handler);
    }

    @AfterEach
    void stop() {
        driver.removeHandler(handler);
        driver.setLevel(null);
    }

    private boolean tells() {
        lines.clear();
        repository.findByExternalId(Environment.TEST, KEY);
        return lines.stream().anyMatch(line -> line.contains(KEY));
    }

    @Test
    @DisplayName("has the values of statements at the finest level, and at no other")
    void finest() {
        driver.setLevel(Level.FINER);
        assertFalse(tells());
        driver.setLevel(Level.FINEST);
        assertTrue(tells());
    }
}
