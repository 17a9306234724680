package io.archivero.wire;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentPage;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.JsonObject;
import io.archivero.internal.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes responses, key by key in the order of the format. Half surrogate pairs become U+FFFD: the output is UTF-8, always. */
final class ResponseWriter {
    private final JsonGenerator out;
    private final boolean extensions;

    ResponseWriter(JsonGenerator out, boolean extensions) {
        this.out = out;
        this.extensions = extensions;
    }

    void write(BatchUpsertResult result) {
        out.writeStartObject();
        out.writeBooleanProperty("atomic", result.atomic());
        out.writeArrayPropertyStart("data");
        result.items().forEach(this::write);
        out.writeEndArray();
        out.writeEndObject();
    }

    void write(ItemResult result) {
        out.writeStartObject();
        if (result.outcome().isSuccess()) {
            out.writeName("data");
            result.document().ifPresentOrElse(this::write, out::writeNull);
        } else {
            writeError(result);
        }
        if (extensions) {
            text("outcome", result.outcome().wireName());
        }
        out.writeEndObject();
    }

    void write(DocumentPage page) {
        out.writeStartObject();
        out.writeArrayPropertyStart("data");
        page.documents().forEach(this::write);
        out.writeEndArray();
        out.writeObjectPropertyStart("pagination");
        out.writeBooleanProperty("hasMore", page.hasMore());
        text("nextCursor", page.nextCursor());
        number("totalCount", page.totalCount());
        out.writeEndObject();
        out.writeEndObject();
    }

    void write(Document document) {
        out.writeStartObject();
        text("clientId", document.clientId());
        text("type", document.type());
        text("id", document.id());
        text("createdAt", document.createdAt());
        text("updatedAt", document.updatedAt());
        text("status", document.status().wireName());
        text("filename", document.filename());
        text("contentType", document.contentType());
        number("size", document.size());
        text("expiresAt", document.expiresAt());
        text("verifiedAt", document.verifiedAt());
        text("verifiedBy", document.verifiedBy());
        text("rejectionReason", document.rejectionReason());
        text("reviewedAt", document.reviewedAt());
        text("reviewedBy", document.reviewedBy());
        text("externalId", document.externalId());
        json("fields", document.fields());
        json("metadata", document.metadata());
        if (extensions) {
            number("version", document.version());
            text("scope", document.scope().name());
            text(
                    "category",
                    document.category() == null ? null : document.category().wireName());
            text("storagePath", document.storagePath());
        }
        out.writeEndObject();
    }

    private void writeError(ItemResult result) {
        out.writeObjectPropertyStart("error");
        text("code", result.outcome().wireName());
        text("message", message(result.outcome()));
        out.writeArrayPropertyStart("violations");
        for (var violation : result.violations()) {
            out.writeStartObject();
            text("code", violation.code());
            text("path", violation.path());
            text("message", violation.message());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static String message(ItemOutcome outcome) {
        return switch (outcome) {
            case INVALID -> "the item breaks a rule";
            case DUPLICATE -> "the external id occurs more than once in the batch";
            case CONFLICT -> "the expected version does not hold";
            case REFUSED -> "the database refused the document";
            case NOT_APPLIED -> "the item is fault-free, but the atomic batch failed on another";
            case CREATED, UPDATED, UNCHANGED, STALE -> throw new AssertionError(outcome + " is a success");
        };
    }

    /** Writes what {@code toString} says, which for UUIDs, instants and dates is their form on the wire. */
    private void text(String key, @Nullable Object value) {
        out.writeName(key);
        out.writeString(value == null ? null : Texts.wellFormed(value.toString()));
    }

    private void number(String key, @Nullable Long value) {
        out.writeName(key);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value);
        }
    }

    private void json(String key, JsonObject value) {
        out.writeName(key);
        out.writeRawValue(Texts.wellFormed(value.json()));
    }
}
