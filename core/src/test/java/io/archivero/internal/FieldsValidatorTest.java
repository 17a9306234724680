package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentTypes;
import io.archivero.HostRecords.Counted;
import io.archivero.HostRecords.Fragile;
import io.archivero.HostRecords.Impossible;
import io.archivero.HostRecords.Nested;
import io.archivero.HostRecords.Person;
import io.archivero.HostRecords.Picky;
import io.archivero.HostRecords.Scalars;
import io.archivero.HostRecords.Talkative;
import io.archivero.HostRecords.Wrong;
import io.archivero.JsonObject;
import io.archivero.Scope;
import io.archivero.ValidationLevel;
import io.archivero.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FieldsValidatorTest {
    @Test
    @DisplayName("Types that are not registered take any object")
    void unregistered() {
        var violations = new ArrayList<Violation>();
        var validator = new FieldsValidator(
                DocumentTypes.builtIn(), ValidationLevel.STRICT, FieldsValidator.defaultValidator());
        validator.check(Scope.US, "ine", JsonObject.parse("{\"curp\":7}"), violations::add);
        validator.check(Scope.MX, "passport", JsonObject.parse("{\"curp\":7}"), violations::add);
        assertEquals(List.of(), violations);
    }

    @Test
    @DisplayName("A host may use @Curp and Strict on a record of its own")
    void lentConstraints() {
        var fields = JsonObject.parse("{\"name\":\"Ana\",\"age\":3,\"key\":\"x\",\"otherKey\":\"x\"}");
        assertEquals(List.of("/fields/key curp"), places(Judge.of(types(Person.class), ValidationLevel.BASIC, fields)));
        assertEquals(
                List.of("/fields/key curp", "/fields/otherKey curp"),
                places(Judge.of(types(Person.class), ValidationLevel.STRICT, fields)));
    }

    @Test
    @DisplayName(
            "A value of the wrong type is reported for that alone, not as missing, nor against the record as a whole")
    void onlyOnce() {
        assertEquals(List.of("/fields/name type"), places(judge(Person.class, "{\"name\":1,\"age\":3}")));
        assertEquals(
                List.of("/fields/age type", "/fields/name type"),
                places(judge(Person.class, "{\"name\":1,\"age\":\"3\"}")));
        assertEquals(
                List.of("/fields/age max", "/fields/name type"),
                places(judge(Person.class, "{\"name\":1,\"age\":300}")));
        assertEquals(
                List.of("/fields complete", "/fields/age not_null", "/fields/name not_null"),
                places(judge(Person.class, "{}")));
    }

    @Test
    @DisplayName("A primitive that is missing is reported beside whatever else is wrong")
    void missingPrimitive() {
        assertEquals(
                List.of("/fields/count required", "/fields/name not_blank"),
                places(judge(Counted.class, "{\"name\":\" \"}")));
    }

    @Test
    @DisplayName("Who names no constant of an enum is told which ones there are, and not what was said")
    void constants() {
        var violations = judge(Scalars.class, "{\"colour\":\"xyzzy\"}");
        assertEquals(
                List.of("/fields/colour not_allowed must be one of RED, GREEN"),
                violations.stream()
                        .map(violation -> violation.path() + " " + violation.code() + " " + violation.message())
                        .toList());
    }

    @Test
    @DisplayName("A place within lists, maps and records is named by its JSON Pointer")
    void pointers() {
        assertEquals(
                List.of(
                        "/fields/addresses/1/street not_blank",
                        "/fields/alias size",
                        "/fields/byName/a~1b~0/street not_blank",
                        "/fields/home/street not_blank",
                        "/fields/table/0/1 size",
                        "/fields/tags not_blank"),
                places(judge(Nested.class, """
                        {"addresses":[{"street":"s","number":1},{"street":" ","number":1}], "byName":{"a/b~":{"number":1}},
                         "tags":["t",""], "table":[["x","long"]], "alias":"long", "home":{"number":1}}""")));
    }

    @Test
    @DisplayName(
            "A value that does not fit within lists, maps and records is named too, with the same codes as outside")
    void nestedTypes() {
        assertEquals(
                List.of(
                        "/fields/addresses/0/since date",
                        "/fields/alias type",
                        "/fields/byName/x/colour not_allowed",
                        "/fields/home/number required",
                        "/fields/table/0 type",
                        "/fields/tags/1 type"),
                places(judge(Nested.class, """
                        {"addresses":[{"street":"s","number":1,"since":"2023-02-29"}], "tags":["t",1], "table":["x"], "alias":1,
                         "byName":{"x":{"number":2,"colour":"red"}}, "home":{"street":"s"}}""")));
        assertEquals(
                List.of(
                        "/fields/addresses/0/number range",
                        "/fields/byName type",
                        "/fields/home/number type",
                        "/fields/tags type"),
                places(judge(Nested.class, """
                        {"addresses":[{"number":3e9}], "byName":[], "tags":"t", "home":{"number":"1"}}""")));
    }

    @Test
    @DisplayName("A constructor that throws makes a violation, which does not repeat what it said")
    void refusedByConstructor() {
        assertEquals(List.of("/fields not_allowed"), places(judge(Picky.class, "{\"name\":\"xyzzy\"}")));
        assertEquals(List.of("/fields not_allowed"), places(judge(Picky.class, "{}")));
        assertEquals(
                List.of("/fields/home not_allowed"),
                places(judge(Nested.class, "{\"home\":{\"street\":\"xyzzy\",\"number\":13}}")));
        assertFalse(judge(Picky.class, "{\"name\":\"xyzzy\"}").toString().contains("xyzzy"));
    }

    @Test
    @DisplayName("A constructor that throws for want of what did not fit is not blamed on the caller")
    void refusedForWantOfMisfit() {
        assertEquals(List.of("/fields/name type"), places(judge(Picky.class, "{\"name\":1}")));
    }

    @Test
    @DisplayName("No message repeats a value, whatever a constraint's message says")
    void silence() {
        var violations = judge(Talkative.class, """
                {"expression":12345,"value":"secret-1","repeated":"secret-2","fine":"secret-3"}""");
        assertEquals(
                List.of(
                        new Violation("decimal_max", "/fields/expression", "breaks the constraint decimal_max"),
                        new Violation("size", "/fields/fine", "at most 3, please"),
                        new Violation("repeats", "/fields/repeated", "breaks the constraint repeats"),
                        new Violation("size", "/fields/value", "breaks the constraint size")),
                violations);
    }

    @Test
    @DisplayName(
            "A message that is made while validating repeats no value from anywhere, however deep, but for the shortest")
    void silenceOfOthers() {
        assertEquals("breaks the constraint repeats", message(Talkative.class, """
                {"repeated":"ab","other":[null,true,["x",{"k":"ab?"}]]}"""));
        assertEquals("who is ab?", message(Talkative.class, """
                {"repeated":"ab","other":[null,true,["xyz",{"k":"b?"}]]}"""));
    }

    @Test
    @DisplayName("A message that stands so in the annotation is told, whatever the values are")
    void fixedMessage() {
        assertEquals("must be odd", message(Fragile.class, "{\"value\":\"8\",\"other\":\"must be odd\"}"));
    }

    private static String message(Class<? extends Record> type, String fields) {
        var violations = judge(type, fields);
        assertEquals(1, violations.size());
        return violations.get(0).message();
    }

    @Test
    @DisplayName("Messages are English, whatever the locale of the JVM")
    void english() {
        assertEquals("tr", Locale.getDefault().getLanguage(), "the build runs tests in a locale other than English");
        assertEquals(
                "must be less than or equal to 150",
                judge(Person.class, "{\"name\":\"Ana\",\"age\":151}").get(0).message());
        assertSame(FieldsValidator.defaultValidator(), FieldsValidator.defaultValidator());
    }

    @Test
    @DisplayName("A constraint's code that fails on a value makes a violation, which names the failure's class only")
    void failingConstraint() {
        assertEquals(List.of(), judge(Fragile.class, "{\"value\":\"7\"}"));
        assertEquals(List.of("/fields/value breaks"), places(judge(Fragile.class, "{\"value\":\"8\"}")));
        var violations = judge(Fragile.class, "{\"value\":\"secret\"}");
        assertEquals(List.of("/fields not_allowed"), places(violations));
        assertTrue(violations.get(0).message().contains(NumberFormatException.class.getName()));
        assertFalse(violations.get(0).message().contains("secret"));
    }

    @Test
    @DisplayName("Constraints or types that cannot work at all are the host's mistake, not the caller's")
    void wrongDeclarations() {
        var constraints = assertThrows(IllegalStateException.class, () -> judge(Wrong.class, "{\"number\":1}"));
        assertTrue(constraints.getMessage().contains(Wrong.class.getName()));
        var type = assertThrows(IllegalStateException.class, () -> judge(Impossible.class, "{\"code\":{}}"));
        assertTrue(type.getMessage().contains(Runnable.class.getName()));
    }

    private static List<Violation> judge(Class<? extends Record> type, String fields) {
        return Judge.of(types(type), ValidationLevel.BASIC, JsonObject.parse(fields));
    }

    private static DocumentTypes types(Class<? extends Record> type) {
        return DocumentTypes.none().with(Scope.MX, "ine", type);
    }

    private static List<String> places(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }
}
