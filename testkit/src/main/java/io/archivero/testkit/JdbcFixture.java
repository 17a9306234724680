package io.archivero.testkit;

import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.Review;
import io.archivero.spi.RepositoryBuilder;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The fixture of a backend whose table {@code archivero_documents} is found through a DataSource. Safe for use by many threads. */
public abstract class JdbcFixture implements StoreFixture {
    private final DataSource dataSource;
    private final DocumentTable table;

    /** Reaches the database through that DataSource, whatever the autocommit of its connections. */
    protected JdbcFixture(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.table = new DocumentTable(dataSource);
    }

    /**
     * Opens a repository over a DataSource.
     *
     * @param dataSource that of this fixture, or one that wraps it
     * @param options to be applied to the backend's builder before it builds: {@code options.accept(builder)}
     */
    public abstract DocumentRepository open(DataSource dataSource, Consumer<? super RepositoryBuilder<?>> options);

    @Override
    public final DocumentRepository open(Consumer<? super RepositoryBuilder<?>> options) {
        return open(dataSource, options);
    }

    /** Returns the DataSource. */
    public final DataSource dataSource() {
        return dataSource;
    }

    /** Returns the table, to be looked at without the repository. */
    final DocumentTable table() {
        return table;
    }

    @Override
    public void clear() {
        table.clear();
    }

    @Override
    public void review(Environment environment, String externalId, Review review) {
        table.review(environment, externalId, review);
    }
}
