package io.archivero.benchmarks;

import io.archivero.DocumentCategory;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Voter cards of people who do not exist, with about 600 bytes of fields; always the same for the same number and edition. The
 * second edition is the card of the same person at another address, and so on.
 */
public final class VoterCards {
    private static final long SEED = 20_261_101;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> GIVEN_NAMES = List.of(
            "María Guadalupe",
            "José Luis",
            "Juan Carlos",
            "Ana Sofía",
            "Francisco Javier",
            "Verónica",
            "Miguel Ángel",
            "Xóchitl");
    private static final List<String> SURNAMES = List.of(
            "Hernández",
            "García",
            "Martínez",
            "López",
            "González",
            "Pérez",
            "Rodríguez",
            "Sánchez",
            "Villaseñor",
            "Núñez");
    private static final List<String> STREETS = List.of(
            "Av. Revolución", "Calle 5 de Mayo", "Blvd. Benito Juárez", "Privada de los Álamos", "Calz. de Tlalpan");
    private static final List<String> NEIGHBORHOODS = List.of(
            "Ciudad Satélite", "Del Valle Centro", "Jardines del Bosque", "Lomas de Chapultepec", "Narvarte Poniente");
    private static final List<String> MUNICIPALITIES =
            List.of("Naucalpan de Juárez", "Benito Juárez", "Guadalajara", "San Luis Potosí", "Tlaquepaque");
    private static final List<String> STATES =
            List.of("México", "Ciudad de México", "Jalisco", "San Luis Potosí", "Nuevo León", "Michoacán de Ocampo");

    private VoterCards() {}

    /** Returns the external id of a card. */
    public static String externalId(int number) {
        return String.format(Locale.ROOT, "ine-%08d", number);
    }

    /** Returns a card. */
    public static DocumentUpsert card(int number, int edition) {
        var person = new SplittableRandom(SEED + number);
        var address = new SplittableRandom(SEED * edition - number);
        var fields = new HashMap<String, Object>(48);
        int birthYear = putPerson(fields, person);
        putAddress(fields, address);
        int issueYear = birthYear + 18 + person.nextInt(20);
        fields.put("registrationYear", birthYear + 18);
        fields.put("issueYear", issueYear);
        fields.put("expirationYear", issueYear + 10);
        var externalId = externalId(number);
        var filename = externalId + "-" + edition + ".jpg";
        return DocumentUpsert.builder(externalId)
                .clientId(new UUID(person.nextLong(), person.nextLong()))
                .scope(Scope.MX)
                .type("ine")
                .category(DocumentCategory.IDENTITY)
                .contentType("image/jpeg")
                .filename(filename)
                .size(180_000L + address.nextInt(900_000))
                .storagePath("scans/" + filename)
                .expiresAt(LocalDate.of(issueYear + 10, 12, 31))
                .fields(JsonObject.of(fields))
                .metadata(JsonObject.of(Map.<String, Object>of(
                        "channel", person.nextBoolean() ? "app" : "branch", "consentVersion", 3)))
                .build();
    }

    private static int putPerson(Map<String, Object> fields, SplittableRandom random) {
        var givenNames = pick(GIVEN_NAMES, random);
        var paternal = pick(SURNAMES, random);
        var maternal = pick(SURNAMES, random);
        var born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000));
        fields.put("curp", letters(4, random) + digits(6, random) + "H" + letters(5, random) + digits(2, random));
        fields.put("claveElector", letters(6, random) + digits(8, random) + "H" + digits(3, random));
        fields.put("fullName", givenNames + " " + paternal + " " + maternal);
        fields.put("givenNames", givenNames);
        fields.put("paternalSurname", paternal);
        fields.put("maternalSurname", maternal);
        fields.put("dateOfBirth", born.toString());
        fields.put("birthState", pick(STATES, random));
        return born.getYear();
    }

    private static void putAddress(Map<String, Object> fields, SplittableRandom random) {
        fields.put("street", pick(STREETS, random));
        fields.put("exteriorNumber", digits(4, random));
        fields.put("interiorNumber", "Int. " + digits(2, random));
        fields.put("neighborhood", pick(NEIGHBORHOODS, random));
        fields.put("municipality", pick(MUNICIPALITIES, random));
        fields.put("state", pick(STATES, random));
        fields.put("postalCode", digits(5, random));
        fields.put("section", digits(4, random));
    }

    private static String letters(int count, SplittableRandom random) {
        return characters(LETTERS, count, random);
    }

    private static String digits(int count, SplittableRandom random) {
        return characters("0123456789", count, random);
    }

    private static String characters(String alphabet, int count, SplittableRandom random) {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
