package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.archivero.DocumentCategory;
import io.archivero.DocumentQuery;
import io.archivero.DocumentStatus;
import io.archivero.Environment;
import io.archivero.InvalidCursorException;
import io.archivero.InvalidCursorException.Reason;
import io.archivero.Mutations;
import io.archivero.Scope;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Cursors that hosts hand back: their own, mangled ones, and such as somebody made with care. */
class CursorsProperties {
    private static final DocumentQuery ALL = DocumentQuery.all();
    private static final DocumentQuery INE = DocumentQuery.all().type("ine");

    private static final List<String> SPIKES = List.of(
            "=",
            "==",
            "-",
            "_",
            "+",
            "/",
            "A",
            "%3D",
            " ",
            "\n",
            "\0",
            "\uD83D",
            "é",
            "A".repeat(600),
            "=".repeat(600));

    @Provide
    Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    @Provide
    Arbitrary<String> mangled() {
        var cursors = Combinators.combine(Arbitraries.of(Environment.class), Arbitraries.of(ALL, INE), ids())
                .as(Cursors::write);
        return Mutations.of(cursors, SPIKES);
    }

    @Property
    @Label("a cursor tells its id, in its own list only")
    void own(@ForAll("ids") UUID id, @ForAll Environment environment, @ForAll boolean narrow) {
        var query = narrow ? INE : ALL;
        var cursor = Cursors.write(environment, query, id);

        assertEquals(id, Cursors.read(cursor, environment, query));
        var other = environment == Environment.TEST ? Environment.LIVE : Environment.TEST;
        assertEquals(Reason.OTHER_ENVIRONMENT, refusal(cursor, other, query));
        assertEquals(Reason.OTHER_QUERY, refusal(cursor, environment, narrow ? ALL : INE));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("any other text is refused, or is a cursor all over again")
    void mangledOnes(@ForAll("mangled") String text) {
        for (var environment : Environment.values()) {
            for (var query : List.of(ALL, INE)) {
                if (refusal(text, environment, query) == null) {
                    assertEquals(text, Cursors.write(environment, query, Cursors.read(text, environment, query)));
                }
            }
        }
    }

    @Property
    @Label("bytes with a check sum that fits are refused for what else is wrong with them")
    void forged(@ForAll @ByteRange(min = -1, max = 2) byte version, @ForAll @Size(max = 60) byte[] rest) {
        var forged = forge(
                ByteBuffer.allocate(1 + rest.length).put(version).put(rest).array());
        var reason = refusal(forged, Environment.TEST, ALL);
        if (version != 1) {
            assertEquals(version < 1 ? Reason.DAMAGED : Reason.NEWER_VERSION, reason);
        } else if (rest.length != 25) {
            assertEquals(Reason.DAMAGED, reason);
        } else {
            assertFalse(reason == null);
        }
        assertEquals(Reason.DAMAGED, refusal(forged + "=", Environment.TEST, ALL));
        assertEquals(Reason.DAMAGED, refusal(forged + "==", Environment.TEST, ALL));
    }

    @Example
    @Label("a forged cursor of the right length belongs to no environment that does not exist")
    void noSuchEnvironment() {
        var bytes = new byte[26];
        bytes[0] = 1;
        for (byte code : new byte[] {2, 127, -1, -128}) {
            bytes[1] = code;
            assertEquals(Reason.OTHER_ENVIRONMENT, refusal(forge(bytes), Environment.TEST, ALL));
            assertEquals(Reason.OTHER_ENVIRONMENT, refusal(forge(bytes), Environment.LIVE, ALL));
        }
    }

    @Example
    @Label("whatever else a query asks for, its cursors are no others'")
    void everyCondition() {
        var day = LocalDate.of(2024, 2, 29);
        var time = Instant.parse("2024-02-29T12:00:00.000001Z");
        var queries = List.of(
                ALL,
                ALL.oldestFirst(),
                ALL.clientId(new UUID(0, 1)),
                ALL.clientId(new UUID(0, 2)),
                ALL.scope(Scope.MX),
                ALL.scope(Scope.US),
                ALL.type("a"),
                ALL.externalIdPrefix("a"),
                ALL.type("a").externalIdPrefix("b"),
                ALL.type("aexternalIdPrefixb"),
                ALL.category(DocumentCategory.TAX),
                ALL.category(DocumentCategory.OTHER),
                ALL.status(DocumentStatus.VERIFIED),
                ALL.status(DocumentStatus.REJECTED),
                ALL.expiresFrom(day),
                ALL.expiresBefore(day),
                ALL.createdFrom(time),
                ALL.createdFrom(time.plusNanos(1_000)),
                ALL.createdBefore(time),
                ALL.updatedFrom(time),
                ALL.updatedBefore(time),
                ALL.metadata("k", 1),
                ALL.metadata("k", "1"),
                ALL.metadata("k", null));
        for (var query : queries) {
            var cursor = Cursors.write(Environment.TEST, query, new UUID(3, 4));
            for (var other : queries) {
                assertEquals(query == other ? null : Reason.OTHER_QUERY, refusal(cursor, Environment.TEST, other));
            }
        }
    }

    @Example
    @Label("a cursor that an earlier version handed out is still one")
    void keptFromVersionToVersion() {
        var query = ALL.clientId(new UUID(1, 2))
                .status(DocumentStatus.VERIFIED)
                .createdFrom(Instant.parse("2024-02-29T12:00:00Z"))
                .metadata("k", 1.50)
                .oldestFirst();
        assertEquals(new UUID(3, 4), Cursors.read("AQEAAAAAAAAAAwAAAAAAAAAEgEJP0aEDxL8q4fGX", Environment.LIVE, query));
    }

    private static String forge(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var bytes = ByteBuffer.allocate(content.length + Integer.BYTES)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns why a cursor is refused, or null if it is not. */
    private static @Nullable Reason refusal(String text, Environment environment, DocumentQuery query) {
        try {
            Cursors.read(text, environment, query);
            return null;
        } catch (InvalidCursorException refusal) {
            assertFalse(
                    text.length() > 10 && String.valueOf(refusal.getMessage()).contains(text));
            assertNull(refusal.getCause());
            return refusal.reason();
        }
    }
}
