package io.archivero.testkit;

import io.archivero.spi.RepositoryBuilder;
import io.archivero.spi.RepositoryOptions;
import io.archivero.spi.StoredDocumentRepository;
import java.util.Objects;

/**
 * Keeps documents in memory, by the same rules as a database does: for the unit tests of hosts. Safe for use by many threads.
 *
 * <p>{@link #using} joins nothing: see {@link InMemoryDocumentStore#using}.
 */
public final class InMemoryDocumentRepository extends StoredDocumentRepository {
    private InMemoryDocumentRepository(InMemoryDocumentStore store, RepositoryOptions options) {
        super(store, options);
    }

    /** Returns an empty repository with every option at its default. */
    public static InMemoryDocumentRepository create() {
        return builder().build();
    }

    /** Starts a repository over a store of its own. */
    public static Builder builder() {
        return builder(new InMemoryDocumentStore());
    }

    /** Starts a repository over a store, which others may share. */
    public static Builder builder(InMemoryDocumentStore store) {
        return new Builder(Objects.requireNonNull(store, "store"));
    }

    /** Chooses the options. Not safe for use by several threads at once. */
    public static final class Builder extends RepositoryBuilder<Builder> {
        private final InMemoryDocumentStore store;

        private Builder(InMemoryDocumentStore store) {
            this.store = store;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Opens the repository. */
        public InMemoryDocumentRepository build() {
            return new InMemoryDocumentRepository(store, options());
        }
    }
}
