package io.archivero.testkit;

import io.archivero.Document;
import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.Review;
import io.archivero.spi.RepositoryBuilder;
import java.util.List;
import java.util.function.Consumer;

/** The way to one in-memory store. */
final class InMemoryFixture implements StoreFixture {
    private final InMemoryDocumentStore store = new InMemoryDocumentStore();

    @Override
    public DocumentRepository open(Consumer<? super RepositoryBuilder<?>> options) {
        var builder = InMemoryDocumentRepository.builder(store);
        options.accept(builder);
        return builder.build();
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public void review(Environment environment, String externalId, Review review) {
        var document = store.findByExternalIds(environment, List.of(externalId)).get(externalId);
        if (document != null) {
            store.put(environment, new Document(document.id(), document.content(), review, document.revision()));
        }
    }
}
