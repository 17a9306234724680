package io.archivero.examples;

import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.Durability;
import io.archivero.ValidationLevel;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import java.nio.file.Path;

/** The database that a command works on. */
interface CliTarget {
    /** Opens it. */
    Opened open();

    /** An open repository, with what has to be closed after it. */
    record Opened(DocumentRepository repository, Runnable closing) implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    static CliTarget h2(Path file, Durability durability, ValidationLevel level) {
        return () -> {
            var repository = H2DocumentRepository.builder(file)
                    .durability(durability)
                    .validationLevel(level)
                    .build();
            return new Opened(repository, repository::close);
        };
    }

    static CliTarget postgres(String url, int connections, ValidationLevel level) {
        return () -> {
            var pool = new HikariDataSource();
            try {
                pool.setJdbcUrl(url);
                pool.setMaximumPoolSize(connections);
                var repository = PostgresDocumentRepository.builder(pool)
                        .validationLevel(level)
                        .build();
                return new Opened(repository, () -> {
                    repository.close();
                    pool.close();
                });
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
        };
    }
}
