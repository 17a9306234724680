package io.archivero.wire;

import io.archivero.DocumentUpsert;
import io.archivero.DocumentUpsert.Builder;
import io.archivero.ViolationCodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one item to its end, whatever it holds: what is wrong with it becomes violations, and never stops the rest. */
final class ItemReader {
    private static final Set<String> KEYS = Set.of(
            "clientId",
            "externalId",
            "scope",
            "type",
            "category",
            "contentType",
            "expiresAt",
            "metadata",
            "fields",
            "filename",
            "size",
            "storagePath");
    private static final Set<String> EXTENSIONS = Set.of("expectedVersion", "sourceVersion");

    private final JsonParser parser;
    private final boolean extensions;
    private final @Nullable String givenExternalId;
    private final ItemFaults faults;
    private final ValueReader value;
    private final List<UnaryOperator<Builder>> attributes = new ArrayList<>();
    private @Nullable String externalId;

    private ItemReader(JsonParser parser, boolean extensions, @Nullable String givenExternalId) {
        this.parser = parser;
        this.extensions = extensions;
        this.givenExternalId = givenExternalId;
        this.externalId = givenExternalId;
        this.faults = new ItemFaults(parser);
        this.value = new ValueReader(parser, faults);
    }

    /**
     * Reads the item at whose first token the parser stands.
     *
     * @param givenExternalId the item's external id where it is known already: one in the item must then be equal
     */
    static DocumentUpsert read(JsonParser parser, boolean extensions, @Nullable String givenExternalId) {
        var reader = new ItemReader(parser, extensions, givenExternalId);
        reader.readItem();
        return reader.build();
    }

    private void readItem() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            faults.add(ViolationCodes.TYPE, "must be an object");
            parser.skipChildren();
            return;
        }
        var seen = new HashSet<String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            if (!seen.add(key)) {
                faults.duplicateKey();
                skipValue();
            } else if (!isKnown(key)) {
                faults.add(ViolationCodes.UNKNOWN_KEY, "is not a key of an item");
                skipValue();
            } else {
                parser.nextToken();
                readAttribute(key);
            }
        }
    }

    private void readAttribute(String key) {
        switch (key) {
            case "externalId" -> readExternalId();
            case "clientId" -> set(Builder::clientId, value.uuid());
            case "scope" -> set(Builder::scope, value.scope());
            case "type" -> set(Builder::type, value.string());
            case "category" -> set(Builder::category, value.category());
            case "contentType" -> set(Builder::contentType, value.string());
            case "filename" -> set(Builder::filename, value.string());
            case "size" -> set(Builder::size, value.wholeNumber());
            case "storagePath" -> set(Builder::storagePath, value.string());
            case "expiresAt" -> set(Builder::expiresAt, value.date());
            case "fields" -> set(Builder::fields, value.object());
            case "metadata" -> set(Builder::metadata, value.object());
            case "sourceVersion" -> set(Builder::sourceVersion, value.wholeNumber());
            case "expectedVersion" -> set(Builder::expectedVersion, value.wholeNumber());
            default -> throw new AssertionError("a known key without an attribute");
        }
    }

    private void readExternalId() {
        var read = value.string();
        if (givenExternalId == null) {
            externalId = read;
        } else if (read != null && !read.equals(givenExternalId)) {
            faults.add(ViolationCodes.NOT_ALLOWED, "must equal the external id in the address of the document");
        }
    }

    /** Keeps a value until the external id is known, which may come last but begins the building. */
    private <T> void set(BiFunction<Builder, @Nullable T, Builder> attribute, @Nullable T value) {
        attributes.add(builder -> attribute.apply(builder, value));
    }

    private DocumentUpsert build() {
        var builder = DocumentUpsert.builder(externalId);
        for (var attribute : attributes) {
            builder = attribute.apply(builder);
        }
        for (var violation : faults.violations()) {
            builder.violation(violation);
        }
        return builder.build();
    }

    private boolean isKnown(String key) {
        return KEYS.contains(key) || extensions && EXTENSIONS.contains(key);
    }

    private void skipValue() {
        parser.nextToken();
        parser.skipChildren();
    }
}
