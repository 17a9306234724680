package io.archivero.testkit;

import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.UNCHANGED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Fields and metadata come back equal to what was given, down to the last digit. */
abstract class JsonContract extends ContractTopic {
    JsonContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("comes back with every kind of value")
    void everyKind() {
        assertComesBack(
                "{\"s\":\"x\",\"n\":1,\"t\":true,\"f\":false,\"z\":null,\"a\":[],\"o\":{},\"m\":[1,[2,{\"k\":null}]]}");
    }

    @Test
    @DisplayName("keeps numbers that databases and doubles change")
    void numbers() {
        for (var number : List.of(
                "0",
                "1e400",
                "-1e400",
                "1e-400",
                "9.99E1000",
                "1e-1000",
                "0.1",
                "9007199254740993",
                "123456789012345678901234567890",
                "-0.000000000000000000000000000000000000000000000000001",
                "1234567890".repeat(10),
                "0." + "123456789".repeat(11))) {
            assertComesBack("{\"n\":" + number + "}");
            assertEquals(
                    0,
                    new BigDecimal(number)
                            .compareTo(new BigDecimal(
                                    String.valueOf(find("a").fields().asMap().get("n")))),
                    number);
        }
    }

    @Test
    @DisplayName("compares numbers by value")
    void numbersByValue() {
        assertSame("{\"n\":1}", "{\"n\":1.0}");
        assertSame("{\"n\":100}", "{\"n\":1e2}");
        assertSame("{\"n\":0}", "{\"n\":-0}");
        assertSame("{\"n\":0}", "{\"n\":-0.00e17}");
        assertSame("{\"n\":0.5}", "{\"n\":5E-1}");
        assertDiffer("{\"n\":1}", "{\"n\":\"1\"}");
        assertDiffer("{\"n\":1}", "{\"n\":1.0000000000000000000000000000000001}");
        assertDiffer("{\"n\":9007199254740992}", "{\"n\":9007199254740993}");
    }

    @Test
    @DisplayName("does not count key order and white space")
    void keyOrder() {
        assertSame("{\"a\":1,\"b\":[1,2]}", " { \"b\" : [ 1 , 2 ] , \"a\" : 1 } ");
        assertDiffer("{\"a\":[1,2]}", "{\"a\":[2,1]}");
    }

    @Test
    @DisplayName("tells null, absent, empty and false apart")
    void nearlyNothing() {
        var values =
                List.of("{}", "{\"k\":null}", "{\"k\":\"\"}", "{\"k\":false}", "{\"k\":0}", "{\"k\":[]}", "{\"k\":{}}");
        for (var one : values) {
            for (var other : values) {
                if (!one.equals(other)) {
                    assertDiffer(one, other);
                }
            }
        }
    }

    @Test
    @DisplayName("keeps every character, escaped or not, in keys and strings")
    void characters() {
        assertComesBack(
                "{\"\":\"\",\" \":\" \",\"ñ\\u00f1\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\\u2028\\u2029\"}");
        assertComesBack("{\"😀\":\"\\ud83d\\ude00 مرحبا \\u202e ıİiI é é ﬁ \\ufeff\\uffff\"}");
        assertComesBack("{\"a\":1,\"A\":2,\"a \":3,\"á\":4,\"a\u0301\":5}");
        assertSame("{\"é\":\"/\"}", "{\"\\u00e9\":\"\\/\"}");
        assertDiffer("{\"k\":\"é\"}", "{\"k\":\"e\u0301\"}");
        assertDiffer("{\"k\":\"a\"}", "{\"k\":\"a \"}");
    }

    @Test
    @DisplayName("keeps what looks like SQL, a parameter, a pointer or a template")
    void injections() {
        for (var text : List.of(
                "'; drop table archivero_documents; --",
                "?",
                "??",
                ":name",
                "${x}",
                "#{x}",
                "<x>",
                "{x}",
                "%s",
                "~0~1",
                "\\",
                "\\N",
                "--",
                "/*",
                "$$")) {
            var json = JsonObject.of(Map.of(text, text));
            stored(item("a").fields(json).metadata(json));
            assertEquals(Map.of(text, text), find("a").fields().asMap());
            assertEquals(Map.of(text, text), find("a").metadata().asMap());
        }
    }

    @Test
    @DisplayName("keeps fields and metadata apart")
    void twoObjects() {
        stored(item("a").fields(JsonObject.parse("{\"f\":1}")).metadata(JsonObject.parse("{\"m\":2}")));
        assertEquals("{\"f\":1}", find("a").fields().json());
        assertEquals("{\"m\":2}", find("a").metadata().json());
    }

    @Test
    @DisplayName("keeps a text as large as the limit allows")
    void large() {
        assertComesBack("{\"k\":\"" + "ñ".repeat((65_536 - 8) / 2) + "\"}");
    }

    private void assertComesBack(String json) {
        fixture.clear();
        var value = JsonObject.parse(json);
        assertEquals(value, stored(item("a").fields(value).metadata(value)).fields());
        assertEquals(value, find("a").fields());
        assertEquals(value, find("a").metadata());
        assertEquals(value.asMap(), find("a").fields().asMap());
        assertOutcomes(atomic(with(json)), UNCHANGED);
    }

    private void assertSame(String one, String other) {
        fixture.clear();
        assertOutcomes(atomic(with(one)), CREATED);
        assertOutcomes(atomic(with(other)), UNCHANGED);
    }

    private void assertDiffer(String one, String other) {
        fixture.clear();
        assertOutcomes(atomic(with(one)), CREATED);
        assertOutcomes(atomic(with(other)), UPDATED);
        assertEquals(JsonObject.parse(other), find("a").fields());
    }

    private static DocumentUpsert with(String json) {
        var value = JsonObject.parse(json);
        return item("a").fields(value).metadata(value).build();
    }
}
