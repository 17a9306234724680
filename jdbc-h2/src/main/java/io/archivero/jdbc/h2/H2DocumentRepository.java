package io.archivero.jdbc.h2;

import io.archivero.Durability;
import io.archivero.jdbc.Backend;
import io.archivero.jdbc.JdbcRepositoryBuilder;
import io.archivero.jdbc.MigrationScripts;
import io.archivero.jdbc.TableColumn.Type;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RepositoryOptions;
import io.archivero.spi.StoredDocumentRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Documents in H2, inside the process. Safe for use by many threads: one instance per application and database.
 *
 * <p>Closing the repository closes the database that {@link #open}, {@link #inMemory} or {@link #builder(Path)} opened, and
 * nothing of the host's.
 */
public final class H2DocumentRepository extends StoredDocumentRepository {
    /** The most that a column of text holds in H2 without being a large object. */
    private static final int MOST_JSON_BYTES = 1_048_576;

    /**
     * One repository of a process is opened after the other. H2 commits at every statement of a script, which lets go of any lock
     * on a row; where two alter a table at once, the one that waited works on the table that the other has replaced; and reading
     * the description of a table fails while somebody alters it.
     */
    private static final ReentrantLock OPENING = new ReentrantLock();

    private static final List<String> MIGRATIONS = MigrationScripts.read(
            H2DocumentRepository.class,
            "/archivero-migrations/h2/V1__documents.sql",
            "/archivero-migrations/h2/V2__source_version.sql");
    private static final Map<Type, String> COLUMN_TYPES = Map.of(
            Type.TEXT, "CHARACTER VARYING",
            Type.UUID, "UUID",
            Type.LONG, "BIGINT",
            Type.DATE, "DATE",
            Type.INSTANT, "TIMESTAMP WITH TIME ZONE");

    private H2DocumentRepository(DocumentStore store, RepositoryOptions options) {
        super(store, options);
    }

    /**
     * Opens the database in a file, and creates it if there is none; nothing needs to be configured. What a call returned is on
     * the disk ({@link Durability#POWER_LOSS}).
     *
     * @param file the path without H2's ending {@code .mv.db}
     * @throws io.archivero.StoreUnavailableException if the file cannot be used, say because another process has it open
     * @throws io.archivero.IncompatibleStoreException if its table is not fit for it
     */
    public static H2DocumentRepository open(Path file) {
        return builder(file).build();
    }

    /** Opens a new database in memory, which is gone when the repository is closed: for tests. */
    public static H2DocumentRepository inMemory() {
        return new Builder(Durability.NONE, durability -> Opened.own(OwnDatabase.inMemory())).build();
    }

    /**
     * Opens a repository over the host's pool, with every default. A database in a file must keep what was committed when the
     * process dies ({@link Durability#PROCESS_CRASH}), or it is refused.
     *
     * @throws io.archivero.IncompatibleStoreException if a setting would lose or mix up documents, or the table is not fit for it
     * @throws io.archivero.DocumentStoreException if the database failed, or is not available
     */
    public static H2DocumentRepository create(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /** Starts a repository over a database in a file; see {@link #open}. */
    public static Builder builder(Path file) {
        Objects.requireNonNull(file, "file");
        return new Builder(Durability.POWER_LOSS, durability -> Opened.own(OwnDatabase.inFile(file, durability)));
    }

    /** Starts a repository over the host's pool; see {@link #create}. */
    public static Builder builder(DataSource dataSource) {
        return builder(Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")));
    }

    /** Starts a repository over a Jdbi that the host configured; see {@link #create}. */
    public static Builder builder(Jdbi jdbi) {
        var host = new Opened(Objects.requireNonNull(jdbi, "jdbi"), () -> {});
        return new Builder(Durability.PROCESS_CRASH, durability -> host);
    }

    /** Where connections come from, and how that is closed. */
    private record Opened(Jdbi jdbi, Runnable close) {
        static Opened own(OwnDatabase database) {
            return new Opened(Jdbi.create(database.dataSource()), database::close);
        }
    }

    /** Chooses how a repository on H2 works. Not safe for use by several threads at once. */
    public static final class Builder extends JdbcRepositoryBuilder<Builder> {
        private final Function<Durability, Opened> opener;
        private Durability durability;

        private Builder(Durability durability, Function<Durability, Opened> opener) {
            this.durability = durability;
            this.opener = opener;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets what survives once a call has returned: {@link Durability#POWER_LOSS} by default for a file that the library opens,
         * {@link Durability#PROCESS_CRASH} for a pool of the host's. A transaction that the host runs is as durable as the
         * host's commit.
         */
        public Builder durability(Durability durability) {
            this.durability = Objects.requireNonNull(durability, "durability");
            return this;
        }

        /**
         * Opens the repository: inspects the database, and creates, upgrades or checks the tables.
         *
         * @throws IllegalArgumentException if the limits allow more JSON than a column of H2 holds (1,048,576 bytes)
         * @throws io.archivero.IncompatibleStoreException if the database is not fit for it
         * @throws io.archivero.DocumentStoreException if the database failed, or is not available
         */
        public H2DocumentRepository build() {
            if (options().limits().maxJsonBytes() > MOST_JSON_BYTES) {
                throw new IllegalArgumentException("on H2, maxJsonBytes must be at most " + MOST_JSON_BYTES);
            }
            OPENING.lock();
            try {
                var opened = opener.apply(durability);
                return new H2DocumentRepository(open(opened.jdbi(), backend(), opened.close()), options());
            } finally {
                OPENING.unlock();
            }
        }

        private Backend backend() {
            return new Backend(
                    "H2",
                    H2DocumentDao.class,
                    tables -> new H2Statements(tables, durability),
                    MIGRATIONS,
                    COLUMN_TYPES,
                    new H2Inspection(durability)::run);
        }
    }
}
