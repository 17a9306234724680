package io.archivero.testkit;

import io.archivero.DocumentCategory;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** One thing that may differ when an item comes again: what the rules on equality, files and reviews turn on. */
record Change(String name, UnaryOperator<DocumentUpsert.Builder> edit) {
    private static final JsonObject JSON = JsonObject.parse("{\"changed\":true}");

    static final List<Change> ALL = List.of(
            new Change("nothing", item -> item),
            new Change("nothing but its form", Change::rewritten),
            new Change("client", item -> item.clientId(new UUID(3, 4))),
            new Change("type", item -> item.type("other")),
            new Change("category", item -> item.category(DocumentCategory.OTHER)),
            new Change("fields", item -> item.fields(JSON)),
            new Change("metadata", item -> item.metadata(JSON)),
            new Change("expiry", item -> item.expiresAt(LocalDate.of(2040, 1, 1))),
            new Change("older source version", item -> item.sourceVersion(3L)),
            new Change("newer source version", item -> item.sourceVersion(9L)),
            new Change("no source version", item -> item.sourceVersion(null)),
            new Change("no file", Change::withoutFile),
            new Change("filename", item -> withoutFile(item).filename("changed")),
            new Change("storage path", item -> item.storagePath("changed")));

    DocumentUpsert of(DocumentUpsert item) {
        return edit.apply(item.toBuilder()).build();
    }

    private static DocumentUpsert.Builder withoutFile(DocumentUpsert.Builder item) {
        return item.filename(null).contentType(null).size(null).storagePath(null);
    }

    /** The same JSON, read from another text. */
    private static DocumentUpsert.Builder rewritten(DocumentUpsert.Builder item) {
        var built = item.build();
        return item.fields(JsonObject.parse(" " + built.fields().json()))
                .metadata(JsonObject.of(built.metadata().asMap()));
    }
}
