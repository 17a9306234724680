package io.archivero.internal;

import io.archivero.ConflictException;
import io.archivero.Document;
import io.archivero.Environment;
import io.archivero.StoreUnavailableException;
import io.archivero.spi.DocumentStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one document is removed: it is found, held against the expected version, and deleted on condition that it is still as it
 * was found. If a rival came between, from the beginning.
 */
public final class Removal {
    private static final int MOST_ROUNDS = 100;

    private final DocumentStore store;

    /** Removes from that store. */
    public Removal(DocumentStore store) {
        this.store = store;
    }

    /** Removes the document of that id; returns whether there was one. */
    public boolean byId(Environment environment, UUID id, @Nullable Long expectedVersion) {
        Objects.requireNonNull(id, "id");
        return run(environment, () -> store.findById(environment, id), VersionGuard.checked(expectedVersion));
    }

    /** Removes the document of that external id; returns whether there was one. */
    public boolean byExternalId(Environment environment, String externalId, @Nullable Long expectedVersion) {
        Objects.requireNonNull(externalId, "externalId");
        var lookup = new Lookup(store);
        return expectedVersion == null
                ? lookup.deleteAll(environment, List.of(externalId)) > 0
                : run(environment, () -> lookup.find(environment, externalId), VersionGuard.checked(expectedVersion));
    }

    private boolean run(Environment environment, Supplier<Optional<Document>> find, @Nullable Long expectedVersion) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var found = find.get();
            if (found.isEmpty()) {
                return false;
            }
            long actual = found.get().version();
            if (expectedVersion != null && expectedVersion != actual) {
                throw new ConflictException(expectedVersion, actual);
            }
            if (store.delete(environment, found.get())) {
                return true;
            }
        }
        throw new StoreUnavailableException("rivals changed the document again and again, nothing was written", null);
    }
}
