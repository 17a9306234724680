package io.archivero;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.archivero.internal.RecordType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The voter card at both levels. Each test names the violations as {@code path code}, in order. */
class IneFieldsTest {
    private static final List<String> INTEGERS = List.of("registrationYear", "issueYear", "expirationYear");
    private static final Map<String, Object> CARD = Map.ofEntries(
            Map.entry("claveElector", "HRGRGL56042730M400"),
            Map.entry("curp", "HEGG560427MVZRRL04"),
            Map.entry("fullName", "GLORIA HERNÁNDEZ GARCÍA"),
            Map.entry("dateOfBirth", "1956-04-27"),
            Map.entry("postalCode", "01000"),
            Map.entry("section", "7"),
            Map.entry("registrationYear", 1991),
            Map.entry("issueYear", 2018),
            Map.entry("expirationYear", 2028));

    @Test
    @DisplayName("A sound card and an empty one pass at both levels")
    void sound() {
        assertEquals(List.of(), basic(CARD));
        assertEquals(List.of(), strict(CARD));
        assertEquals(List.of(), strict(Map.of()));
    }

    @Test
    @DisplayName("JSON null counts as absent, and keys that the card does not have are not judged")
    void absent() {
        var nulls = new HashMap<String, Object>(Map.of("somethingElse", List.of(1)));
        Arrays.stream(IneFields.class.getRecordComponents()).forEach(component -> nulls.put(component.getName(), null));
        assertEquals(List.of(), strict(nulls));
    }

    @Test
    @DisplayName("Every key asks for its JSON type, and all that have another are reported at once")
    void types() {
        var wrong = new HashMap<String, Object>();
        for (var component : IneFields.class.getRecordComponents()) {
            wrong.put(component.getName(), INTEGERS.contains(component.getName()) ? "2020" : 2020);
        }
        assertEquals(19, wrong.size());
        assertEquals(
                wrong.keySet().stream()
                        .map(key -> "/fields/" + key + " type")
                        .sorted()
                        .toList(),
                basic(wrong));
    }

    @Test
    @DisplayName("Every text takes 255 characters, of up to four bytes each, and no more")
    void lengths() {
        for (var component : IneFields.class.getRecordComponents()) {
            if (component.getType() == String.class) {
                var key = component.getName();
                assertEquals(List.of(), basic(Map.of(key, "\uD83D\uDE00".repeat(255))));
                assertEquals(List.of("/fields/" + key + " length"), basic(Map.of(key, "x".repeat(256))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1956-02-30", "1956-4-27", "27/04/1956", "1956-04-27T00:00:00Z", "", "0000-01-01", "10000-01-01"
            })
    @DisplayName("A date that is none, or is written otherwise, is refused")
    void dates(String date) {
        assertEquals(List.of("/fields/dateOfBirth date"), basic(Map.of("dateOfBirth", date)));
    }

    @ParameterizedTest
    @CsvSource({
        "2020,",
        "2020.0,",
        "2.02e3,",
        "2020.5,type",
        "1e3000000000,range",
        "1e-3000000000,type",
        "2147483648,range",
        "1e19,range",
        "-1,"
    })
    @DisplayName("A year is a whole number by its value, however it is written")
    void years(String number, String code) {
        var fields = JsonObject.parse("{\"issueYear\":" + number + "}");
        assertEquals(
                code == null ? List.of() : List.of("/fields/issueYear " + code), judge(ValidationLevel.BASIC, fields));
    }

    @Test
    @DisplayName("The official formats are asked for at the strict level only")
    void levels() {
        var informal = Map.<String, Object>of(
                "claveElector",
                "?",
                "curp",
                "?",
                "postalCode",
                "?",
                "section",
                "?",
                "issueYear",
                1,
                "registrationYear",
                3000);
        assertEquals(List.of(), basic(informal));
        assertEquals(
                List.of(
                        "/fields/claveElector clave_elector",
                        "/fields/curp curp",
                        "/fields/issueYear year",
                        "/fields/issueYear years_in_order",
                        "/fields/postalCode ascii_digits",
                        "/fields/registrationYear year",
                        "/fields/section ascii_digits"),
                strict(informal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "123456", "1234a", "1234٥", "12345\n", " 1234", "1234５"})
    @DisplayName("A postal code is five ASCII digits")
    void postalCodes(String code) {
        assertEquals(List.of("/fields/postalCode ascii_digits"), strict(Map.of("postalCode", code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "12a", "٣", "1\n", " 1", "-1"})
    @DisplayName("A section is one to four ASCII digits")
    void sections(String section) {
        assertEquals(List.of("/fields/section ascii_digits"), strict(Map.of("section", section)));
    }

    @ParameterizedTest
    @CsvSource({
        "1900, 1900, 2200, ''",
        "1991, , 1991, ''",
        ", , 2028, ''",
        "2019, 2018, , /fields/issueYear years_in_order",
        "2019, 2018, 2018, /fields/issueYear years_in_order",
        "2019, 2018, 2017, /fields/expirationYear years_in_order+/fields/issueYear years_in_order",
        "1991, 2018, 2017, /fields/expirationYear years_in_order",
        "1991, , 1990, /fields/expirationYear years_in_order",
        ", 2018, 2017, /fields/expirationYear years_in_order",
        "1899, , 2201, /fields/expirationYear year+/fields/registrationYear year"
    })
    @DisplayName("Years never decrease, and one that does is reported once, where it stands")
    void order(Integer registration, Integer issue, Integer expiration, String expected) {
        var fields = new HashMap<String, Object>();
        fields.put("registrationYear", registration);
        fields.put("issueYear", issue);
        fields.put("expirationYear", expiration);
        assertEquals(expected, String.join("+", strict(fields)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1956-04-26", "1956-05-27", "1957-04-27", "1856-04-27"})
    @DisplayName("A birth date that disagrees is reported at the CURP and at the clave de elector")
    void disagreement(String date) {
        assertEquals(
                List.of("/fields/claveElector birth_date_agrees", "/fields/curp birth_date_agrees"),
                strict(with("dateOfBirth", date)));
    }

    @Test
    @DisplayName("The CURP knows the century, the clave de elector does not")
    void century() {
        assertEquals(List.of("/fields/curp birth_date_agrees"), strict(with("dateOfBirth", "2056-04-27")));
    }

    @Test
    @DisplayName("A number that is none, or a date that is none, is reported for that alone")
    void onlyOnce() {
        assertEquals(List.of("/fields/curp curp"), strict(with("curp", "HEGG560428MVZRRL04")));
        assertEquals(List.of("/fields/curp curp"), strict(with("curp", "hegg560427mvzrrl04")));
        assertEquals(List.of("/fields/claveElector clave_elector"), strict(with("claveElector", "HRGRGL56042833M400")));
        assertEquals(List.of("/fields/dateOfBirth date"), strict(with("dateOfBirth", "1956-04-31")));
        assertEquals(List.of("/fields/issueYear type"), strict(with("issueYear", "1900")));
    }

    @Test
    @DisplayName("What is read back typed says what was written, and shows nothing in its toString")
    void readBack() {
        var card = RecordType.of(IneFields.class).read(JsonObject.of(CARD));
        assertEquals("HEGG560427MVZRRL04", card.curp());
        assertEquals(LocalDate.of(1956, 4, 27), card.dateOfBirth());
        assertEquals(2018, card.issueYear());
        assertEquals(null, card.street());
        assertFalse(card.toString().contains("HEGG") || card.toString().contains("1956"));
    }

    private static Map<String, Object> with(String key, Object value) {
        var changed = new HashMap<>(CARD);
        changed.put(key, value);
        return changed;
    }

    private static List<String> basic(Map<String, Object> fields) {
        return judge(ValidationLevel.BASIC, JsonObject.of(fields));
    }

    private static List<String> strict(Map<String, Object> fields) {
        return judge(ValidationLevel.STRICT, JsonObject.of(fields));
    }

    private static List<String> judge(ValidationLevel level, JsonObject fields) {
        return io.archivero.internal.Judge.of(DocumentTypes.builtIn(), level, fields).stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }
}
