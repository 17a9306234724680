package io.archivero.jdbc.postgres;

import io.archivero.IncompatibleStoreException;
import io.archivero.jdbc.Backend;
import io.archivero.jdbc.DocumentDao;
import io.archivero.jdbc.JdbcRepositoryBuilder;
import io.archivero.jdbc.MigrationScripts;
import io.archivero.jdbc.TableColumn.Type;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RepositoryOptions;
import io.archivero.spi.StoredDocumentRepository;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Documents in PostgreSQL 14 or later, or an engine that speaks it. Safe for use by many threads.
 *
 * <p>What survives a crash is what the server's {@code synchronous_commit} promises; the library does not touch it. Closing
 * the repository closes nothing of the host's.
 */
public final class PostgresDocumentRepository extends StoredDocumentRepository {
    private static final Backend BACKEND = new Backend(
            "PostgreSQL",
            PostgresDocumentDao.class,
            PostgresStatements::new,
            MigrationScripts.read(
                    PostgresDocumentRepository.class,
                    "/archivero-migrations/postgres/V1__documents.sql",
                    "/archivero-migrations/postgres/V2__source_version.sql"),
            Map.of(
                    Type.TEXT, "text",
                    Type.UUID, "uuid",
                    Type.LONG, "int8",
                    Type.DATE, "date",
                    Type.INSTANT, "timestamptz"),
            PostgresDocumentRepository::inspect);

    private PostgresDocumentRepository(DocumentStore store, RepositoryOptions options) {
        super(store, options);
    }

    /**
     * Opens a repository over the host's pool, with every default.
     *
     * @throws io.archivero.DocumentStoreException if the database is not available or not fit for it
     */
    public static PostgresDocumentRepository create(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /** Starts a repository over the host's pool. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")));
    }

    /** Starts a repository over a Jdbi that the host configured. */
    public static Builder builder(Jdbi jdbi) {
        return new Builder(Objects.requireNonNull(jdbi, "jdbi"));
    }

    private static void inspect(DocumentDao dao) {
        var encoding = dao.getHandle()
                .createQuery("select current_setting('server_encoding')")
                .mapTo(String.class)
                .one();
        if (!encoding.equals("UTF8")) {
            throw new IncompatibleStoreException(
                    "server_encoding is " + encoding + ", which cannot hold every text: use a database in UTF8");
        }
    }

    /** Chooses how a repository on PostgreSQL works. Not safe for use by several threads at once. */
    public static final class Builder extends JdbcRepositoryBuilder<Builder> {
        private final Jdbi jdbi;

        private Builder(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Opens the repository: inspects the database, and creates, upgrades or checks the tables.
         *
         * @throws io.archivero.IncompatibleStoreException if the database is not fit for it
         * @throws io.archivero.DocumentStoreException if the database failed, or is not available
         */
        public PostgresDocumentRepository build() {
            return new PostgresDocumentRepository(open(jdbi, BACKEND, () -> {}), options());
        }
    }
}
