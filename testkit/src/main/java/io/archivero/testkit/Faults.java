package io.archivero.testkit;

import static io.archivero.testkit.TextArbitraries.FOUR_BYTES;

import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every way to break a good item, with the code and place of the violation that must come of it. */
final class Faults {
    /** One way to break an item. */
    record Fault(String code, String path, UnaryOperator<DocumentUpsert> planter) {
        InvalidItem plant(DocumentUpsert good) {
            return new InvalidItem(planter.apply(good), code, path);
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    private Faults() {}

    /** Texts and JSON that a database could choke on. */
    static List<Fault> hostile() {
        var faults = new Faults();
        TextArbitraries.unpaired().forEach(text -> faults.hostileText(ViolationCodes.UNPAIRED_SURROGATE, text));
        TextArbitraries.nulls().forEach(text -> faults.hostileText(ViolationCodes.NULL_CHARACTER, text));
        return List.copyOf(faults.faults);
    }

    /** One beyond each limit, and what is missing or not allowed. */
    static List<Fault> ordinary() {
        var faults = new Faults();
        faults.missing();
        faults.tooLongOrShort();
        faults.notAllowed();
        faults.outOfRange();
        faults.json("/fields", DocumentUpsert.Builder::fields);
        faults.json("/metadata", DocumentUpsert.Builder::metadata);
        faults.typedFields();
        return List.copyOf(faults.faults);
    }

    private void hostileText(String code, String text) {
        add(code, "/externalId", item -> withExternalId(item, text));
        set(code, "/filename", item -> item.filename(text));
        set(code, "/storagePath", item -> item.storagePath(text));
        for (var json : List.<Map<String, ?>>of(Map.of("k", text), Map.of("k", List.of(1, Map.of("l", text))))) {
            var path = json.get("k") instanceof List ? "/k/1/l" : "/k";
            set(code, "/fields" + path, item -> unregistered(item).fields(JsonObject.of(json)));
            set(code, "/metadata" + path, item -> item.metadata(JsonObject.of(json)));
        }
    }

    private void missing() {
        add(ViolationCodes.REQUIRED, "/externalId", item -> withExternalId(item, null));
        set(ViolationCodes.REQUIRED, "/clientId", item -> item.clientId(null));
        set(ViolationCodes.REQUIRED, "/scope", item -> item.scope(null));
        set(ViolationCodes.REQUIRED, "/type", item -> item.type(null));
    }

    private void tooLongOrShort() {
        for (var character : List.of("x", "ñ", FOUR_BYTES)) {
            add(ViolationCodes.LENGTH, "/externalId", item -> withExternalId(item, character.repeat(256)));
            set(ViolationCodes.LENGTH, "/filename", item -> item.filename(character.repeat(256)));
            set(ViolationCodes.LENGTH, "/storagePath", item -> item.storagePath(character.repeat(1_025)));
        }
        set(ViolationCodes.LENGTH, "/type", item -> item.type("x".repeat(65)));
        add(ViolationCodes.LENGTH, "/externalId", item -> withExternalId(item, ""));
        set(ViolationCodes.LENGTH, "/type", item -> item.type(""));
        set(ViolationCodes.LENGTH, "/filename", item -> item.filename(""));
        set(ViolationCodes.LENGTH, "/storagePath", item -> item.storagePath(""));
    }

    private void notAllowed() {
        for (var type : List.of("INE", "ıne", "a b", "a.b", "ñ", FOUR_BYTES)) {
            set(ViolationCodes.CHARACTER, "/type", item -> item.type(type));
        }
        for (var filename : List.of("a/b", "..\\a", "a\nb", "\u001b[0m", "\u0085")) {
            set(ViolationCodes.CHARACTER, "/filename", item -> item.filename(filename));
        }
        for (var contentType : List.of("image/gif", "IMAGE/PNG", "ımage/png", "")) {
            set(ViolationCodes.NOT_ALLOWED, "/contentType", item -> item.contentType(contentType));
        }
        set("from_the_wire", "/x", item -> item.violation(new Violation("from_the_wire", "/x", "is not known")));
    }

    private void outOfRange() {
        set(ViolationCodes.RANGE, "/size", item -> item.size(-1L));
        set(ViolationCodes.RANGE, "/size", item -> item.size(Long.MIN_VALUE));
        set(ViolationCodes.RANGE, "/expectedVersion", item -> item.expectedVersion(-1L));
        set(ViolationCodes.RANGE, "/sourceVersion", item -> item.sourceVersion(-1L));
        for (var date : List.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1), LocalDate.MIN, LocalDate.MAX)) {
            set(ViolationCodes.RANGE, "/expiresAt", item -> item.expiresAt(date));
        }
    }

    private interface Setter {
        DocumentUpsert.Builder set(DocumentUpsert.Builder item, JsonObject json);
    }

    private void json(String path, Setter setter) {
        json(ViolationCodes.JSON_DEPTH, path + "/k".repeat(64), setter, "{\"k\":".repeat(64) + "{}" + "}".repeat(64));
        json(ViolationCodes.JSON_DEPTH, path + "/k".repeat(64), setter, "{\"k\":".repeat(511) + "{}" + "}".repeat(511));
        json(
                ViolationCodes.JSON_DEPTH,
                path + "/k" + "/0".repeat(63),
                setter,
                "{\"k\":" + "[".repeat(64) + "]".repeat(64) + "}");
        json(ViolationCodes.JSON_SIZE, path, setter, "{\"k\":\"" + "x".repeat(65_536 - 7) + "\"}");
        json(ViolationCodes.JSON_SIZE, path, setter, "{\"k\":\"" + FOUR_BYTES.repeat(16_383) + "\"}");
        json(ViolationCodes.NUMBER_DIGITS, path + "/k", setter, "{\"k\":" + "7".repeat(101) + "}");
        json(ViolationCodes.NUMBER_DIGITS, path + "/k", setter, "{\"k\":-0.1" + "0".repeat(99) + "1}");
        json(ViolationCodes.NUMBER_EXPONENT, path + "/k", setter, "{\"k\":1e1001}");
        json(ViolationCodes.NUMBER_EXPONENT, path + "/k", setter, "{\"k\":-1e-1001}");
        json(ViolationCodes.NUMBER_EXPONENT, path + "/k", setter, "{\"k\":1e999999999}");
    }

    private void json(String code, String path, Setter setter, String json) {
        var value = JsonObject.parse(json);
        set(code, path, item -> setter.set(unregistered(item), value));
    }

    private void typedFields() {
        for (var json : List.of("{\"fullName\":1}", "{\"fullName\":[]}", "{\"fullName\":true}")) {
            set(ViolationCodes.TYPE, "/fields/fullName", item -> voterCard(item, json));
        }
        for (var json : List.of("{\"issueYear\":\"2021\"}", "{\"issueYear\":2021.5}", "{\"issueYear\":{}}")) {
            set(ViolationCodes.TYPE, "/fields/issueYear", item -> voterCard(item, json));
        }
        for (var json : List.of("{\"dateOfBirth\":\"1999-02-29\"}", "{\"dateOfBirth\":\"29/02/2000\"}")) {
            set(ViolationCodes.DATE, "/fields/dateOfBirth", item -> voterCard(item, json));
        }
    }

    private static DocumentUpsert.Builder voterCard(DocumentUpsert.Builder item, String fields) {
        return item.scope(Scope.MX).type("ine").fields(JsonObject.parse(fields));
    }

    /** So that no record judges the fields as well. */
    private static DocumentUpsert.Builder unregistered(DocumentUpsert.Builder item) {
        return item.type("other");
    }

    private void set(String code, String path, UnaryOperator<DocumentUpsert.Builder> planter) {
        add(code, path, item -> planter.apply(item.toBuilder()).build());
    }

    private void add(String code, String path, UnaryOperator<DocumentUpsert> planter) {
        faults.add(new Fault(code, path, planter));
    }

    /** The external id is the one attribute that a copy cannot change. */
    static DocumentUpsert withExternalId(DocumentUpsert item, @Nullable String externalId) {
        return DocumentUpsert.builder(externalId)
                .clientId(item.clientId())
                .scope(item.scope())
                .type(item.type())
                .category(item.category())
                .contentType(item.contentType())
                .filename(item.filename())
                .size(item.size())
                .storagePath(item.storagePath())
                .expiresAt(item.expiresAt())
                .fields(item.fields())
                .metadata(item.metadata())
                .sourceVersion(item.sourceVersion())
                .expectedVersion(item.expectedVersion())
                .build();
    }
}
