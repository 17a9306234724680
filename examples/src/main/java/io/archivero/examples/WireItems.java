package io.archivero.examples;

import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes requests as a client of the endpoint would send them: one item per line, so that data files compare well. */
final class WireItems {
    private WireItems() {}

    /** Returns the item's attributes under their names on the wire; absent ones have no entry. */
    static Map<String, Object> attributes(DocumentUpsert item) {
        var attributes = new LinkedHashMap<String, Object>();
        put(attributes, "externalId", item.externalId());
        put(attributes, "clientId", item.clientId());
        put(attributes, "scope", item.scope());
        put(attributes, "type", item.type());
        put(
                attributes,
                "category",
                item.category() == null ? null : item.category().wireName());
        put(attributes, "contentType", item.contentType());
        put(attributes, "filename", item.filename());
        put(attributes, "storagePath", item.storagePath());
        put(attributes, "expiresAt", item.expiresAt());
        if (item.size() != null) {
            attributes.put("size", item.size());
        }
        if (item.sourceVersion() != null) {
            attributes.put("sourceVersion", item.sourceVersion());
        }
        attributes.put("fields", item.fields());
        attributes.put("metadata", item.metadata());
        return attributes;
    }

    /** Returns an atomic request of these items, each of them one JSON object. */
    static String request(List<String> items) {
        return items.stream().collect(Collectors.joining(",\n", "{\"items\":[\n", "\n],\"atomic\":true}\n"));
    }

    static String json(DocumentUpsert item) {
        return JsonObject.of(attributes(item)).json();
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }
}
