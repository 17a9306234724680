package io.archivero.testkit;

import io.archivero.JsonObject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Fields of Mexican voter cards that are good at the strict level too. The official formats are restated here on purpose. */
final class VoterCards {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final List<String> NAMES = List.of(
            "María José",
            "Íñigo",
            "Zoë",
            "José Ángel",
            "Guadalupe",
            "Xóchitl",
            "D'Artagnan",
            "Nuñez",
            "De la O",
            "Güemes",
            "Ibáñez",
            "I");
    private static final List<String> PLACES =
            List.of("Álvaro Obregón", "San Ángel", "Mérida", "Ñuu Savi", "León", "1º de Mayo");
    private static final List<String> ENTITIES =
            List.of("AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE"
                    .split(" "));
    private static final int KEYS = 20;

    private VoterCards() {}

    static Arbitrary<JsonObject> fields() {
        return Combinators.combine(
                        people(),
                        addresses(),
                        years(),
                        Arbitraries.integers().between(0, (1 << KEYS) - 1),
                        Arbitraries.integers().between(0, 7))
                .as((person, address, years, present, nulls) -> {
                    var card = new LinkedHashMap<String, @Nullable Object>(person);
                    card.putAll(address);
                    card.putAll(years);
                    card.put("anotación", Map.of("ñ", List.of(1, true)));
                    return JsonObject.of(some(card, present, nulls));
                });
    }

    /** Leaves out what has no bit in {@code present}; a null stands for an absent value, too. */
    private static Map<String, @Nullable Object> some(Map<String, @Nullable Object> card, int present, int nulls) {
        var some = new LinkedHashMap<String, @Nullable Object>();
        int bit = 0;
        for (var entry : card.entrySet()) {
            if ((present >> bit & 1) == 1) {
                some.put(entry.getKey(), bit == nulls ? null : entry.getValue());
            }
            bit++;
        }
        return some;
    }

    private static Arbitrary<Map<String, Object>> people() {
        var born = Arbitraries.longs()
                .between(
                        LocalDate.of(1926, 1, 1).toEpochDay(),
                        LocalDate.of(2008, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Combinators.combine(
                        born,
                        Arbitraries.of("H", "M", "X"),
                        Arbitraries.of(ENTITIES),
                        Arbitraries.integers().between(1, 32),
                        letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 6),
                        letters("BCDFGHJKLMNPQRSTVWXYZ", 3),
                        Arbitraries.of(NAMES).list().ofSize(3))
                .as(VoterCards::person);
    }

    private static Map<String, Object> person(
            LocalDate born,
            String sex,
            String entity,
            int number,
            String letters,
            String consonants,
            List<String> names) {
        var date = digits(born.getYear() % 100, 2) + digits(born.getMonthValue(), 2) + digits(born.getDayOfMonth(), 2);
        var century = born.getYear() < 2000 ? "0" : "A";
        var person = new LinkedHashMap<String, Object>();
        person.put("curp", withCheckDigit(letters.substring(0, 4) + date + sex + entity + consonants + century));
        person.put("claveElector", letters + date + digits(number, 2) + (sex.equals("X") ? "M" : sex) + "100");
        person.put("dateOfBirth", born.toString());
        person.put("birthState", entity);
        person.put("givenNames", names.get(0));
        person.put("paternalSurname", names.get(1));
        person.put("maternalSurname", names.get(2));
        person.put("fullName", String.join(" ", names));
        return person;
    }

    private static Arbitrary<Map<String, Object>> addresses() {
        return Combinators.combine(
                        Arbitraries.of(PLACES),
                        Arbitraries.integers().between(1_000, 99_999),
                        Arbitraries.integers().between(1, 9_999))
                .as((place, postalCode, section) -> {
                    var address = new LinkedHashMap<String, Object>();
                    address.put("street", "Calle " + place);
                    address.put("exteriorNumber", section + " A");
                    address.put("interiorNumber", "3º");
                    address.put("neighborhood", place);
                    address.put("municipality", place);
                    address.put("state", "Yucatán");
                    address.put("postalCode", digits(postalCode, 5));
                    address.put("section", String.valueOf(section));
                    return address;
                });
    }

    private static Arbitrary<Map<String, Object>> years() {
        return Arbitraries.integers().between(1900, 2200).list().ofSize(3).map(years -> {
            var sorted = years.stream().sorted().toList();
            var inOrder = new LinkedHashMap<String, Object>();
            inOrder.put("registrationYear", sorted.get(0));
            inOrder.put("issueYear", sorted.get(1));
            inOrder.put("expirationYear", sorted.get(2));
            return inOrder;
        });
    }

    private static Arbitrary<String> letters(String alphabet, int length) {
        return Arbitraries.strings().withChars(alphabet).ofLength(length);
    }

    private static String withCheckDigit(String curp) {
        int sum = 0;
        for (int i = 0; i < curp.length(); i++) {
            sum += ALPHABET.indexOf(curp.charAt(i)) * (18 - i);
        }
        return curp + (10 - sum % 10) % 10;
    }

    /** Not by format strings: those write other digits in other locales. */
    private static String digits(int number, int length) {
        var text = Integer.toString(number);
        return "0".repeat(length - text.length()) + text;
    }
}
