package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.archivero.DocumentCategory;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.JsonObject;
import io.archivero.Review;
import io.archivero.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The documents in the databases that version 1 of the tables left behind: each backend keeps such a database among its test
 * resources, written by the library as it was then. Opening one must bring every document over to the newest version.
 *
 * <p>They were stored twice, those with an even number with other metadata first, and then some were reviewed.
 */
public final class Version1Documents {
    private static final int COUNT = 40;
    private static final Instant REVIEWED = Instant.parse("2026-10-31T23:59:59.999999Z");
    private static final JsonObject BEFORE = JsonObject.parse("{\"before\":true}");
    private static final String MANY_DIGITS = "1" + "0123456789".repeat(9) + "5.25e-300";

    private Version1Documents() {}

    /** Returns what was stored first in either environment. */
    public static List<DocumentUpsert> first() {
        return IntStream.range(0, COUNT)
                .mapToObj(i -> i % 2 == 0 ? item(i).metadata(BEFORE).build() : item(i).build())
                .toList();
    }

    /** Returns what was stored then, in {@code TEST} only: for half of it that was a change. */
    public static List<DocumentUpsert> second() {
        return IntStream.range(0, COUNT).mapToObj(i -> item(i).build()).toList();
    }

    /** Returns what a reviewer said of the document with that number in {@code LIVE}, if one did. */
    public static Review review(int number) {
        return switch (number % 8) {
            case 1 -> new Review(DocumentStatus.VERIFIED, REVIEWED, "Zoë", null, REVIEWED, "Zoë");
            case 3 -> new Review(DocumentStatus.REJECTED, null, null, "it's blurred", REVIEWED, "Zoë");
            default -> Review.pending(number % 4 == 0 ? null : "s3://bucket/" + number);
        };
    }

    /** Asserts that a repository has exactly these documents, and that they live on in it. */
    public static void assertAllIn(DocumentRepository repository) {
        assertEquals(COUNT, repository.count(Environment.TEST, DocumentQuery.all()));
        assertEquals(COUNT, repository.count(Environment.LIVE, DocumentQuery.all()));
        for (int i = 0; i < COUNT; i++) {
            var test = repository.findByExternalId(Environment.TEST, key(i)).orElseThrow();
            assertEquals(second().get(i), test.content());
            assertEquals(i % 2 == 0 ? 2 : 1, test.version());
            assertEquals(test, repository.findById(Environment.TEST, test.id()).orElseThrow());
            assertNull(test.sourceVersion());
            var live = repository.findByExternalId(Environment.LIVE, key(i)).orElseThrow();
            assertEquals(first().get(i), live.content());
            assertEquals(1, live.version());
            assertEquals(review(i), live.review());
        }
        try (Stream<?> listed =
                repository.stream(Environment.LIVE, DocumentQuery.all().clientId(client(1)))) {
            assertEquals(COUNT / 4, listed.count());
        }
    }

    private static DocumentUpsert.Builder item(int i) {
        var item = DocumentUpsert.builder(key(i))
                .clientId(client(i % 4))
                .scope(i % 3 == 0 ? Scope.US : Scope.MX)
                .type(i % 3 == 1 ? "ine" : "proof_of_address")
                .category(i % 5 == 0 ? null : DocumentCategory.IDENTITY)
                .fields(JsonObject.parse("{\"fullName\":\"Ñandú 😀 " + i + "\",\"ratio\":" + MANY_DIGITS + "}"))
                .expiresAt(i % 2 == 0 ? null : LocalDate.of(2030 + i, 12, 31));
        return i % 4 == 0
                ? item
                : item.filename("card " + i + ".png")
                        .contentType("image/png")
                        .size((long) i)
                        .storagePath("s3://bucket/" + i);
    }

    private static String key(int i) {
        return "v1/é😀 " + i;
    }

    private static UUID client(int i) {
        return new UUID(0x1111_1111_1111_4111L, 0x8000_0000_0000_0000L + i);
    }
}
