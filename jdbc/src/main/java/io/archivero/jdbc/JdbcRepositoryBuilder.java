package io.archivero.jdbc;

import io.archivero.RetryPolicy;
import io.archivero.SchemaMode;
import io.archivero.TransactionMode;
import io.archivero.spi.DocumentStore;
import io.archivero.spi.RepositoryBuilder;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all JDBC backends let a host choose.
 *
 * @param <B> the builder itself
 */
public abstract class JdbcRepositoryBuilder<B extends JdbcRepositoryBuilder<B>> extends RepositoryBuilder<B> {
    private TableNames tables = new TableNames(null);
    private SchemaMode schemaMode = SchemaMode.MIGRATE;
    private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;
    private @Nullable TransactionMode transactionMode;

    /** For subclasses. */
    protected JdbcRepositoryBuilder() {}

    /**
     * Sets the schema that holds the library's tables, created on demand in {@link SchemaMode#MIGRATE}; by default the
     * connection's own.
     *
     * @param schema an ordinary identifier, used unquoted: letters, digits and underscores
     * @throws IllegalArgumentException if it is not
     */
    public final B schema(String schema) {
        tables = new TableNames(Objects.requireNonNull(schema, "schema"));
        return self();
    }

    /** Sets what opening does about the tables; {@link SchemaMode#MIGRATE} by default. */
    public final B schemaMode(SchemaMode schemaMode) {
        this.schemaMode = Objects.requireNonNull(schemaMode, "schemaMode");
        return self();
    }

    /** Sets how often transient refusals are retried; {@link RetryPolicy#DEFAULT} by default. */
    public final B retryPolicy(RetryPolicy retryPolicy) {
        this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
        return self();
    }

    /**
     * Sets whose transaction it is when a connection arrives with autocommit off. By default this is found out when the repository
     * is opened, which therefore must not happen inside a transaction of the host: if a connection has autocommit off then, that is
     * the pool's default, and the library commits (OWN); if it has autocommit on, a later connection with autocommit off is a
     * transaction of the host (JOIN).
     */
    public final B transactions(TransactionMode transactionMode) {
        this.transactionMode = Objects.requireNonNull(transactionMode, "transactionMode");
        return self();
    }

    /**
     * Opens the store: inspects the database, and sees to its tables. If that fails, {@code onClose} is run.
     *
     * @param onClose closes whatever was opened for the store
     */
    protected final DocumentStore open(Jdbi jdbi, Backend backend, Runnable onClose) {
        try {
            var opening = transactions(jdbi, backend, TransactionMode.OWN);
            var mode = transactionMode == null
                    ? transactions(jdbi, backend, TransactionMode.JOIN).modeOfPool()
                    : transactionMode;
            var migrations = new Migrations(backend, tables);
            opening.write(
                    session -> {
                        backend.inspection().run(session.dao());
                        migrations.run(session.dao(), schemaMode);
                        return true;
                    },
                    done -> done);
            opening.read(session -> {
                migrations.requireLasting(session.dao(), schemaMode);
                return true;
            });
            return new JdbcDocumentStore(transactions(jdbi, backend, mode), onClose);
        } catch (Throwable failure) {
            onClose.run();
            throw failure;
        }
    }

    private Transactions transactions(Jdbi jdbi, Backend backend, TransactionMode mode) {
        return new Transactions(
                Connections.of(jdbi, tables), backend, backend.statements().apply(tables::fill), mode, retryPolicy);
    }
}
