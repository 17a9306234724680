package io.archivero.wire;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentCategory;
import io.archivero.DocumentPage;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.JsonObject;
import io.archivero.Review;
import io.archivero.Revision;
import io.archivero.Scope;
import io.archivero.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What the golden files say, in Java. */
final class Samples {
    static final UUID CLIENT = UUID.fromString("018bcfe5-6800-7c3e-8b1a-5f0e9d2c4b6a");

    private static final JsonMapper MAPPER = new JsonMapper();

    private Samples() {}

    static String file(String name) {
        try (var in = Samples.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a text without its white space, keys in their order: what a golden file must look like on the wire. */
    static String compact(String json) {
        return MAPPER.readTree(json).toString();
    }

    static DocumentUpsert card() {
        return DocumentUpsert.builder("card-0001")
                .clientId(CLIENT)
                .scope(Scope.MX)
                .type("ine")
                .category(DocumentCategory.IDENTITY)
                .contentType("image/jpeg")
                .expiresAt(LocalDate.of(2033, 12, 31))
                .metadata(JsonObject.of(Map.of("source", "branch 12", "attempt", 2)))
                .fields(cardFields())
                .filename("front.jpg")
                .size(245_678L)
                .storagePath("clients/018bcfe5/front.jpg")
                .build();
    }

    static BatchUpsertResult created() {
        var now = Instant.parse("2023-11-07T05:31:56Z");
        var document = new Document(
                UUID.fromString("018bcfe5-6801-7000-8000-000000000001"),
                card(),
                Review.pending(card().storagePath()),
                Revision.first(now));
        return new BatchUpsertResult(
                true, List.of(new ItemResult(0, "card-0001", ItemOutcome.CREATED, Optional.of(document), List.of())));
    }

    static Document rejected() {
        var content = DocumentUpsert.builder("pass/0002")
                .clientId(CLIENT)
                .scope(Scope.US)
                .type("passport")
                .build();
        var updated = Instant.parse("2023-12-01T00:00:00.120Z");
        var review = new Review(
                DocumentStatus.REJECTED,
                Instant.parse("2023-11-30T10:00:00.000001Z"),
                "ana",
                "the \"photo\" is\nblurred",
                updated,
                "luis");
        return new Document(
                UUID.fromString("018bcfe5-6801-7000-8000-000000000002"),
                content,
                review,
                new Revision(4, Instant.parse("2023-11-07T05:31:56Z"), updated));
    }

    /** Every kind of entry, one with a document although it failed, and one of a preview. */
    static BatchUpsertResult partial() {
        return new BatchUpsertResult(
                false,
                List.of(
                        new ItemResult(0, "pass/0002", ItemOutcome.STALE, Optional.of(rejected()), List.of()),
                        failed(
                                1,
                                ItemOutcome.INVALID,
                                new Violation("uuid", "/clientId", "must be a UUID"),
                                new Violation("date", "/fields/dateOfBirth", "must be a date")),
                        failed(
                                2,
                                ItemOutcome.DUPLICATE,
                                new Violation("duplicate_external_id", "/externalId", "occurs 2 times in this batch")),
                        new ItemResult(
                                3,
                                "pass/0002",
                                ItemOutcome.CONFLICT,
                                Optional.of(rejected()),
                                List.of(new Violation(
                                        "expected_version",
                                        "/expectedVersion",
                                        "version 3 was expected, but the document is at version 4"))),
                        failed(
                                4,
                                ItemOutcome.REFUSED,
                                new Violation("database", "", "the database refused the row with SQLSTATE 23514")),
                        new ItemResult(5, "new", ItemOutcome.CREATED, Optional.empty(), List.of())));
    }

    static BatchUpsertResult refused() {
        return new BatchUpsertResult(
                true,
                List.of(
                        failed(0, ItemOutcome.NOT_APPLIED),
                        failed(1, ItemOutcome.INVALID, new Violation("required", "/externalId", "is required"))));
    }

    /** Two documents, and more to come. */
    static DocumentPage page() {
        var first = created().items().get(0).document().orElseThrow();
        return new DocumentPage(List.of(rejected(), first), "AWNsaWVudC0x", true, 17L);
    }

    /** Nothing, and nobody asked how many. */
    static DocumentPage emptyPage() {
        return new DocumentPage(List.of(), null, false, null);
    }

    private static ItemResult failed(int index, ItemOutcome outcome, Violation... violations) {
        return new ItemResult(index, "secret-id", outcome, Optional.empty(), Arrays.asList(violations));
    }

    private static JsonObject cardFields() {
        return JsonObject.of(Map.ofEntries(
                Map.entry("claveElector", "HRGMGB56042730M400"),
                Map.entry("curp", "HEGG560427MVZRRL04"),
                Map.entry("fullName", "GLORIA HERN\u00c1NDEZ GARC\u00cdA"),
                Map.entry("paternalSurname", "HERN\u00c1NDEZ"),
                Map.entry("maternalSurname", "GARC\u00cdA"),
                Map.entry("givenNames", "GLORIA"),
                Map.entry("dateOfBirth", "1956-04-27"),
                Map.entry("birthState", "VERACRUZ"),
                Map.entry("street", "AV. INDEPENDENCIA"),
                Map.entry("exteriorNumber", "12"),
                Map.entry("interiorNumber", "3-B"),
                Map.entry("neighborhood", "CENTRO"),
                Map.entry("municipality", "XALAPA"),
                Map.entry("state", "VERACRUZ"),
                Map.entry("postalCode", "91000"),
                Map.entry("section", "1234"),
                Map.entry("registrationYear", 1991),
                Map.entry("issueYear", 2023),
                Map.entry("expirationYear", 2033)));
    }
}
