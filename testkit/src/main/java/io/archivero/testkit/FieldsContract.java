package io.archivero.testkit;

import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.INVALID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.DocumentTypes;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import io.archivero.ValidationLevel;
import io.archivero.Violation;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Fields of a registered type are judged, at the level that the host chose; those of any other are not. */
abstract class FieldsContract extends ContractTopic {
    private static final String CARD = """
            {"claveElector": "HRGMGG56042709M100", "curp": "HEGG560427MVZRRL04", "dateOfBirth": "1956-04-27",
             "fullName": "Íñigo Muñoz", "postalCode": "06700", "section": "123",
             "registrationYear": 1991, "issueYear": 2021, "expirationYear": 2031}""";

    FieldsContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("of a good voter card are stored and come back, unknown keys and nulls included")
    void goodCard() {
        var json = "{\"curp\":null,\"fullName\":\"Íñigo\",\"issueYear\":2021,\"extra\":{\"kept\":[1.50]}}";
        assertOutcomes(atomic(card(json)), CREATED);
        assertEquals(JsonObject.parse(json), find("a").fields());
    }

    @Test
    @DisplayName("of the wrong JSON type are invalid at their key")
    void wrongType() {
        assertInvalidAt("{\"fullName\":1}", "/fields/fullName");
        assertInvalidAt("{\"issueYear\":\"2021\"}", "/fields/issueYear");
        assertInvalidAt("{\"issueYear\":2021.5}", "/fields/issueYear");
        assertInvalidAt("{\"curp\":{}}", "/fields/curp");
    }

    @Test
    @DisplayName("that are no real date are invalid at their key")
    void wrongDate() {
        assertInvalidAt("{\"dateOfBirth\":\"1999-02-29\"}", "/fields/dateOfBirth");
        assertInvalidAt("{\"dateOfBirth\":\"27/04/1956\"}", "/fields/dateOfBirth");
    }

    @Test
    @DisplayName("longer than 255 characters are invalid at their key")
    void tooLong() {
        assertOutcomes(partial(card("{\"fullName\":\"" + "ñ".repeat(255) + "\"}")), CREATED);
        fixture.clear();
        assertInvalidAt("{\"fullName\":\"" + "ñ".repeat(256) + "\"}", "/fields/fullName");
    }

    @Test
    @DisplayName("are all judged at once")
    void allAtOnce() {
        assertInvalidAt(
                "{\"fullName\":1,\"issueYear\":\"x\",\"dateOfBirth\":\"x\"}",
                "/fields/dateOfBirth",
                "/fields/fullName",
                "/fields/issueYear");
    }

    @Test
    @DisplayName("need no official format at the basic level, and need it at the strict one")
    void levels() {
        var items = List.of(card(CARD.replace("L04", "L05")));
        assertOutcomes(repository.previewBatchUpsert(TEST, items), CREATED);
        var strict = open(options -> options.validationLevel(ValidationLevel.STRICT));
        var result = strict.batchUpsertByExternalId(TEST, items, false);
        assertOutcomes(result, INVALID);
        assertOutcomes(strict.previewBatchUpsert(TEST, List.of(card(CARD))), CREATED);
        assertEquals(
                List.of("/fields/curp"),
                result.items().get(0).violations().stream()
                        .map(Violation::path)
                        .distinct()
                        .toList());
    }

    @Test
    @DisplayName("of another scope or type are not judged")
    void otherTypes() {
        assertOutcomes(atomic(card("{\"fullName\":1}", Scope.US, "ine")), CREATED);
        fixture.clear();
        assertOutcomes(atomic(card("{\"fullName\":1}", Scope.MX, "ine2")), CREATED);
    }

    @Test
    @DisplayName("are not judged where the host registered no type")
    void noTypes() {
        var lenient = open(options -> options.documentTypes(DocumentTypes.none()));
        assertOutcomes(lenient.batchUpsertByExternalId(TEST, List.of(card("{\"fullName\":1}"))), CREATED);
        assertEquals("{\"fullName\":1}", find("a").fields().json());
    }

    private void assertInvalidAt(String json, String... paths) {
        var result = partial(card(json));
        assertOutcomes(result, INVALID);
        var found = result.items().get(0).violations().stream()
                .map(Violation::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(List.of(paths), List.copyOf(found));
        assertEquals(0, countAll());
    }

    private static DocumentUpsert card(String json) {
        return card(json, Scope.MX, "ine");
    }

    private static DocumentUpsert card(String json, Scope scope, String type) {
        return item("a").scope(scope).type(type).fields(JsonObject.parse(json)).build();
    }
}
