package io.archivero.testkit;

import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.Review;
import io.archivero.spi.RepositoryBuilder;
import java.util.function.Consumer;

/**
 * How the contract and the laws reach one backend: they open repositories over one store, all of which see the same
 * documents, and empty it between tests. A backend over JDBC extends {@link JdbcFixture} instead.
 */
public interface StoreFixture {
    /**
     * Opens a repository, a new one at each call.
     *
     * @param options to be applied to the backend's builder before it builds: {@code options.accept(builder)}
     */
    DocumentRepository open(Consumer<? super RepositoryBuilder<?>> options);

    /** Removes every document of both environments. Called only after a repository was opened. */
    void clear();

    /**
     * Puts the review of a stored document into some state, behind the repository's back; version and times stay. So the rules
     * on reviews can be tested from every state.
     */
    void review(Environment environment, String externalId, Review review);
}
