package io.archivero.wire;

import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.InvalidBatchException;
import io.archivero.internal.JsonPointers;
import io.archivero.internal.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the envelope of a batch. Whatever is wrong with it is a wrong call, thrown as soon as it is seen: nothing after it is
 * read.
 */
final class BatchReader {
    private final JsonParser parser;
    private final boolean extensions;
    private @Nullable List<DocumentUpsert> items;
    private @Nullable Boolean atomic;

    private BatchReader(JsonParser parser, boolean extensions) {
        this.parser = parser;
        this.extensions = extensions;
    }

    /** Reads the whole text. */
    static BatchRequest read(JsonParser parser, boolean extensions) {
        return new BatchReader(parser, extensions).read();
    }

    private BatchRequest read() {
        if (JsonReader.begin(parser) != JsonToken.START_OBJECT) {
            throw new InvalidBatchException("the request must be an object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            switch (key) {
                case "items" -> items = readItems();
                case "atomic" -> atomic = readAtomic();
                default ->
                    throw new InvalidBatchException(
                            "the request has an unknown key, \"" + JsonPointers.child("", key) + "\"");
            }
        }
        JsonReader.end(parser);
        if (items == null) {
            throw new InvalidBatchException("the request must have \"/items\"");
        }
        return new BatchRequest(items, atomic == null || atomic);
    }

    private List<DocumentUpsert> readItems() {
        requireFirst(items, "/items");
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new InvalidBatchException("\"/items\" must be an array");
        }
        var list = new ArrayList<DocumentUpsert>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (list.size() == DocumentRepository.MAX_BATCH_SIZE) {
                throw wrongSize("more");
            }
            list.add(ItemReader.read(parser, extensions, null));
        }
        if (list.isEmpty()) {
            throw wrongSize("none");
        }
        return list;
    }

    private boolean readAtomic() {
        requireFirst(atomic, "/atomic");
        if (!parser.nextToken().isBoolean()) {
            throw new InvalidBatchException("\"/atomic\" must be true or false");
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    private static void requireFirst(@Nullable Object earlier, String key) {
        if (earlier != null) {
            throw new InvalidBatchException("the request has \"" + key + "\" twice");
        }
    }

    private static InvalidBatchException wrongSize(String found) {
        return new InvalidBatchException(
                "\"/items\" must have 1 to " + DocumentRepository.MAX_BATCH_SIZE + " items, not " + found);
    }
}
