package io.archivero.internal;

import io.archivero.Document;
import io.archivero.Environment;
import io.archivero.spi.DocumentStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reaches documents by external ids of the caller's. As in a query, what no document can be called is never sent. */
public final class Lookup {
    private final DocumentStore store;

    /** Looks into that store. */
    public Lookup(DocumentStore store) {
        this.store = store;
    }

    /** Finds the document of that external id. */
    public Optional<Document> find(Environment environment, String externalId) {
        Objects.requireNonNull(externalId, "externalId");
        return Optional.ofNullable(findAll(environment, List.of(externalId)).get(externalId));
    }

    /** Finds documents, in the order in which they were asked for. */
    public Map<String, Document> findAll(Environment environment, Collection<String> externalIds) {
        var wanted = possible(externalIds);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var found = store.findByExternalIds(environment, wanted);
        var ordered = new LinkedHashMap<String, Document>(2 * found.size());
        wanted.stream().filter(found::containsKey).forEach(id -> ordered.put(id, found.get(id)));
        return Collections.unmodifiableMap(ordered);
    }

    /** Deletes documents, and returns how many there were. */
    public int deleteAll(Environment environment, Collection<String> externalIds) {
        var unwanted = possible(externalIds);
        return unwanted.isEmpty() ? 0 : store.deleteByExternalIds(environment, unwanted);
    }

    private static List<String> possible(Collection<String> externalIds) {
        var possible = new LinkedHashSet<String>();
        for (var externalId : Objects.requireNonNull(externalIds, "externalIds")) {
            Objects.requireNonNull(externalId, "externalIds holds a null");
            if (ItemValidator.isExternalId(externalId)) {
                possible.add(externalId);
            }
        }
        return new ArrayList<>(possible);
    }
}
