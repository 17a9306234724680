package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.HostRecords.Address;
import io.archivero.HostRecords.Colour;
import io.archivero.HostRecords.Nested;
import io.archivero.HostRecords.Picky;
import io.archivero.HostRecords.Primitives;
import io.archivero.HostRecords.Scalars;
import io.archivero.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTypeTest {
    @Test
    @DisplayName("Every scalar is read as what it is")
    void scalars() {
        var read = read(Scalars.class, """
                {"string":"", "bool":false, "small":-128, "medium":32767, "integer":-2147483648, "large":9223372036854775807,
                 "whole":123456789012345678901234567890, "decimal":0.10, "single":1.5, "dual":-1e300, "date":"0001-01-01",
                 "colour":"GREEN", "object":{"b":1.0,"a":null}, "map":{"n":1.0,"l":[null]}, "unknown":true}""");
        assertEquals("", read.string());
        assertEquals(false, read.bool());
        assertEquals(Byte.MIN_VALUE, read.small());
        assertEquals(Short.MAX_VALUE, read.medium());
        assertEquals(Integer.MIN_VALUE, read.integer());
        assertEquals(Long.MAX_VALUE, read.large());
        assertEquals(new BigInteger("123456789012345678901234567890"), read.whole());
        assertEquals(new BigDecimal("0.1"), read.decimal());
        assertEquals(1.5f, read.single());
        assertEquals(-1e300, read.dual());
        assertEquals(LocalDate.of(1, 1, 1), read.date());
        assertEquals(Colour.GREEN, read.colour());
        assertEquals(JsonObject.parse("{\"a\":null,\"b\":1}"), read.object());
        assertEquals(BigDecimal.ONE, read.map().get("n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "string  | 1 | type",
                "string  | true | type",
                "string  | [] | type",
                "bool    | \"true\" | type",
                "bool    | 1 | type",
                "small   | 128 | range",
                "medium  | -32769 | range",
                "integer | \"1\" | type",
                "integer | true | type",
                "integer | 1.5 | type",
                "integer | 2147483648 | range",
                "integer | 1e400 | range",
                "large   | 9223372036854775808 | range",
                "large   | -9223372036854775809 | range",
                "large   | 1e-1 | type",
                "whole   | 0.5 | type",
                "whole   | 1e999999 | range",
                "whole   | 1e9999999 | range",
                "decimal | \"1\" | type",
                "decimal | 1e9999999 | range",
                "single  | 1e39 | range",
                "dual    | 1e309 | range",
                "dual    | \"NaN\" | type",
                "date    | 20231225 | type",
                "date    | [2023,12,25] | type",
                "date    | \"2023-02-29\" | date",
                "colour  | \"green\" | not_allowed",
                "colour  | \"a colour\" | not_allowed",
                "colour  | 1 | type",
                "object  | [] | type",
                "map     | \"{}\" | type"
            })
    @DisplayName("Nothing is read as what it is not; the refusal names place and code, not the value")
    void misfits(String key, String json, String code) {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> read(Scalars.class, "{\"" + key + "\":" + json + "}"));
        assertEquals(
                Scalars.class.getName() + " does not fit: /fields/" + key + " (" + code + ")", refusal.getMessage());
    }

    @Test
    @DisplayName("All that does not fit is named at once")
    void allMisfits() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> read(Scalars.class, "{\"string\":1,\"date\":\"secret\"}"));
        assertTrue(refusal.getMessage().endsWith(": /fields/string (type), /fields/date (date)"));
    }

    @Test
    @DisplayName("Absent and null are null, an empty Optional, or a fault where the component is primitive")
    void absent() {
        assertNull(read(Scalars.class, "{\"string\":null}").string());
        assertEquals(Optional.empty(), read(Nested.class, "{}").alias());
        assertEquals(Optional.empty(), read(Nested.class, "{\"alias\":null}").alias());
        assertEquals(
                new Primitives(true, 1, 2, 3),
                read(Primitives.class, "{\"bool\":true,\"integer\":1,\"large\":2,\"dual\":3}"));
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> read(Primitives.class, "{\"bool\":null,\"integer\":1,\"large\":\"\"}"));
        assertTrue(refusal.getMessage()
                .endsWith(": /fields/bool (required), /fields/large (type), /fields/dual (required)"));
    }

    @Test
    @DisplayName("Lists, sets, maps and records within the record are read by the same rules")
    void nested() {
        var home = new Address("Reforma", 5, LocalDate.of(2020, 2, 29), Colour.RED, JsonObject.parse("{\"a\":[1]}"));
        var json = """
                {"street":"Reforma","number":5.0,"since":"2020-02-29","colour":"RED","extra":{"a":[1.0]},"unknown":[{}]}""";
        var read = read(
                Nested.class,
                "{\"addresses\":[" + json + "],\"byName\":{\"a\":" + json + "},\"tags\":[\"x\",\"x\"],"
                        + "\"table\":[[],[\"y\"]],\"alias\":\"z\",\"home\":" + json + "}");
        var expected = new Nested(
                List.of(home),
                Map.of("a", home),
                Set.of("x"),
                List.of(List.of(), List.of("y")),
                Optional.of("z"),
                home);
        assertEquals(expected, read);
    }

    @Test
    @DisplayName("What a constructor throws is not passed on, for it may repeat a value")
    void refusedByConstructor() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> read(Picky.class, "{\"name\":\"xyzzy\"}"));
        assertFalse(refusal.getMessage().contains("xyzzy"));
        assertNull(refusal.getCause());
    }

    @Test
    @DisplayName("A class is looked at once, and one that is no record is refused")
    void classes() {
        assertSame(RecordType.of(Picky.class), RecordType.of(Picky.class));
        var refusal = assertThrows(IllegalArgumentException.class, () -> RecordType.of(Record.class));
        assertTrue(refusal.getMessage().contains("java.lang.Record"));
    }

    private static <T extends Record> T read(Class<T> type, String json) {
        return RecordType.of(type).read(JsonObject.parse(json));
    }
}
