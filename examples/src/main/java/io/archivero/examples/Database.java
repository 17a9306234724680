package io.archivero.examples;

import io.archivero.DocumentRepository;
import io.archivero.ValidationLevel;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.jdbc.postgres.PostgresDocumentRepository;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * A database that the job can open more than once.
 *
 * @param name how to call it in print
 * @param opening opens a repository, hands it over, and closes it
 */
record Database(String name, Opening opening) {
    /** The schema that the job has for itself in whatever PostgreSQL it is given. */
    static final String SCHEMA = "archivero_demo";

    interface Opening {
        boolean open(Predicate<DocumentRepository> work);
    }

    static Database h2(String name, Path file, ValidationLevel level) {
        return new Database(name, work -> {
            try (var repository =
                    H2DocumentRepository.builder(file).validationLevel(level).build()) {
                return work.test(repository);
            }
        });
    }

    static Database postgres(DataSource pool, ValidationLevel level) {
        return new Database("PostgreSQL, schema " + SCHEMA, work -> {
            try (var repository = PostgresDocumentRepository.builder(pool)
                    .schema(SCHEMA)
                    .validationLevel(level)
                    .build()) {
                return work.test(repository);
            }
        });
    }

    /** Removes what an earlier run of the job left in PostgreSQL, and nothing else. */
    static void dropSchema(DataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
        }
    }

    /** Opens the database, does the work, closes the database; returns what the work returned. */
    boolean use(Predicate<DocumentRepository> work) {
        return opening.open(work);
    }
}
