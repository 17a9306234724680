package io.archivero.testkit;

import io.archivero.DocumentCategory;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Documents for property tests with jqwik: good ones, odd ones and bad ones. Texts hold accents, dotted and dotless i, right-to-left
 * marks, characters of four bytes, quotes, wildcards and trailing spaces; JSON holds what parsers and databases like to change; the
 * limits themselves occur. The values of one attribute are few, so that documents that meet again are often equal, or differ in
 * one thing.
 *
 * <p>{@link ArchiveroDomain} offers the same by type.
 */
public final class DocumentArbitraries {
    private static final List<UUID> CLIENTS =
            List.of(new UUID(0x4000, 0x8000_0000_0000_0001L), new UUID(0x4000, 0x8000_0000_0000_0002L));

    /** Every second item is nothing but this, so that equal documents meet. */
    private static final Kind USUAL = new Kind(CLIENTS.get(0), Scope.US, "passport", null, JsonObject.EMPTY);

    private DocumentArbitraries() {}

    /** The clients that these documents belong to. */
    static List<UUID> clients() {
        return CLIENTS;
    }

    /** Texts of 1 to {@code most} code points that can be stored. */
    public static Arbitrary<String> texts(int most) {
        return TextArbitraries.texts(most);
    }

    /** External ids of up to 255 code points. */
    public static Arbitrary<String> externalIds() {
        return Draw.either(Arbitraries.of(TextArbitraries.LOOKALIKES), TextArbitraries.texts(255));
    }

    /**
     * External ids out of so few that they come again; all of them are different, and look much alike.
     *
     * @param count how many there are: 1 to 18
     */
    public static Arbitrary<String> externalIds(int count) {
        return Arbitraries.of(TextArbitraries.LOOKALIKES.subList(0, count)).withoutEdgeCases();
    }

    /** JSON texts with their meaning, within all limits. */
    public static Arbitrary<JsonSample> jsonSamples() {
        return JsonArbitraries.samples().withoutEdgeCases();
    }

    /** JSON objects within all limits. */
    public static Arbitrary<JsonObject> jsonObjects() {
        return jsonSamples().map(sample -> JsonObject.parse(sample.text())).withoutEdgeCases();
    }

    /** Fields of Mexican voter cards, good at {@link io.archivero.ValidationLevel#STRICT} too; keys may be missing, null or unknown. */
    public static Arbitrary<JsonObject> voterCardFields() {
        return VoterCards.fields().withoutEdgeCases();
    }

    /** Good items that expect no version. */
    public static Arbitrary<DocumentUpsert> items() {
        return items(externalIds());
    }

    /** Good items that expect no version, under external ids of your own. */
    public static Arbitrary<DocumentUpsert> items(Arbitrary<String> externalIds) {
        var odd = Combinators.combine(externalIds, kinds(), files(), days(), metadata(), sourceVersions())
                .as((externalId, kind, file, expiresAt, metadata, sourceVersion) -> file.on(
                                kind.on(DocumentUpsert.builder(externalId)))
                        .expiresAt(expiresAt)
                        .metadata(metadata)
                        .sourceVersion(sourceVersion)
                        .build());
        var usual = externalIds.map(
                externalId -> USUAL.on(DocumentUpsert.builder(externalId)).build());
        return Draw.either(odd, usual);
    }

    /** Few enough to meet, and the largest there is. */
    private static Arbitrary<Long> sourceVersions() {
        return Draw.orNull(Draw.mostly(Arbitraries.longs().between(0, 5), 9, Arbitraries.just(Long.MAX_VALUE)));
    }

    /** Good items of which some expect a version of 0 to 3. */
    public static Arbitrary<DocumentUpsert> guardedItems(Arbitrary<String> externalIds) {
        var guarded = Combinators.combine(
                        items(externalIds), Arbitraries.longs().between(0, 3))
                .as((item, expected) ->
                        item.toBuilder().expectedVersion(expected).build());
        return Draw.mostly(items(externalIds), 4, guarded);
    }

    /** Items that break one rule, each with the violation to expect. */
    public static Arbitrary<InvalidItem> invalidItems() {
        return invalidItems(externalIds());
    }

    /** Items that break one rule, under external ids of your own where that is not what is wrong. */
    public static Arbitrary<InvalidItem> invalidItems(Arbitrary<String> externalIds) {
        return Draw.either(broken(Faults.ordinary(), externalIds), broken(Faults.hostile(), externalIds));
    }

    /** Items with U+0000 or half a surrogate pair somewhere. */
    public static Arbitrary<InvalidItem> hostileItems() {
        return broken(Faults.hostile(), externalIds()).withoutEdgeCases();
    }

    /**
     * Batches of good items with different external ids out of few; some expect a version.
     *
     * @param most how many items there are at most: 1 to 18
     */
    public static Arbitrary<List<DocumentUpsert>> batches(int most) {
        return guardedItems(externalIds(keysFor(most)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .uniqueElements(item -> String.valueOf(item.externalId()))
                .withoutEdgeCases();
    }

    /**
     * Batches of items in which anything may be wrong, external ids that occur twice among it.
     *
     * @param most how many items there are at most: 1 to 250
     */
    public static Arbitrary<List<DocumentUpsert>> mixedBatches(int most) {
        var externalIds = externalIds(keysFor(most));
        var broken = invalidItems(externalIds).map(InvalidItem::item);
        return Draw.mostly(guardedItems(externalIds), 10, broken)
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .withoutEdgeCases();
    }

    /** Few enough to meet again, enough not to meet in one batch all the time. */
    private static int keysFor(int most) {
        return Math.min(2 * most, TextArbitraries.LOOKALIKES.size());
    }

    private static Arbitrary<InvalidItem> broken(List<Faults.Fault> faults, Arbitrary<String> externalIds) {
        return Combinators.combine(items(externalIds), Arbitraries.of(faults)).as((item, fault) -> fault.plant(item));
    }

    /** What is reviewed of a document, its file aside. */
    private record Kind(
            UUID clientId,
            Scope scope,
            String type,
            @Nullable DocumentCategory category,
            JsonObject fields) {
        DocumentUpsert.Builder on(DocumentUpsert.Builder item) {
            return item.clientId(clientId)
                    .scope(scope)
                    .type(type)
                    .category(category)
                    .fields(fields);
        }
    }

    private static Arbitrary<Kind> kinds() {
        var plain = Arbitraries.of(JsonObject.EMPTY, JsonObject.parse("{\"k\":1}"));
        var others = Combinators.combine(
                        Arbitraries.of(CLIENTS),
                        Arbitraries.of(Scope.values()),
                        Arbitraries.of("passport", "a-z_09", "x".repeat(64)),
                        categories(),
                        Draw.mostly(plain, 3, jsonObjects()))
                .as(Kind::new);
        var cards = Combinators.combine(Arbitraries.of(CLIENTS), categories(), voterCardFields())
                .as((clientId, category, card) -> new Kind(clientId, Scope.MX, "ine", category, card));
        return Draw.mostly(others, 4, cards);
    }

    private static Arbitrary<DocumentCategory> categories() {
        return Draw.orNull(Arbitraries.of(DocumentCategory.values()));
    }

    /** The four attributes that are kept or replaced together. */
    private record File(
            @Nullable String filename,
            @Nullable String contentType,
            @Nullable Long size,
            @Nullable String storagePath) {
        static final File NONE = new File(null, null, null, null);

        DocumentUpsert.Builder on(DocumentUpsert.Builder item) {
            return item.filename(filename).contentType(contentType).size(size).storagePath(storagePath);
        }
    }

    private static Arbitrary<File> files() {
        var paths = Draw.either(Arbitraries.of("s3://a", "s3://b"), texts(1_024));
        var some = Combinators.combine(
                        Draw.orNull(TextArbitraries.filenames(255)),
                        Draw.orNull(Arbitraries.of("image/jpeg", "image/png", "image/webp", "application/pdf")),
                        Draw.orNull(Arbitraries.of(0L, 1L, Long.MAX_VALUE)),
                        Draw.orNull(paths))
                .as(File::new);
        return Draw.either(Arbitraries.just(File.NONE), some);
    }

    private static Arbitrary<LocalDate> days() {
        var days = Stream.of("0001-01-01", "1582-10-10", "1970-01-01", "2026-03-08", "2032-02-29", "9999-12-31")
                .map(LocalDate::parse)
                .toList();
        return Draw.orNull(Arbitraries.of(days));
    }

    private static Arbitrary<JsonObject> metadata() {
        return Draw.mostly(Arbitraries.of(JsonObject.EMPTY, JsonObject.parse("{\"note\":\"ñ\"}")), 5, jsonObjects());
    }
}
