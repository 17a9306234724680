package io.archivero.examples;

import io.archivero.DocumentCategory;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Makes Mexican voter cards (INE) of people who do not exist: valid at the STRICT level, and the same for the same seed on
 * every machine. Card number 123 has the external id {@code ine-000123}, whichever cards are made before it.
 */
final class VoterCardGenerator {
    /** The seed of the committed data. */
    static final long SEED = 20_261_101;

    private static final int THIS_YEAR = 2026;
    private static final int FIRST_CARDS = 1991;
    private static final int YEARS_VALID = 10;

    private final long seed;

    VoterCardGenerator(long seed) {
        this.seed = seed;
    }

    static String externalId(int number) {
        return String.format(Locale.ROOT, "ine-%06d", number);
    }

    /** Returns the cards with these numbers, both ends included. */
    List<DocumentUpsert> cards(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(this::card).toList();
    }

    /** Returns a card as it is first delivered. */
    DocumentUpsert card(int number) {
        return card(number, 1);
    }

    /** Returns the card that the same person has after moving house. */
    DocumentUpsert cardAfterMove(int number) {
        return card(number, 2);
    }

    private DocumentUpsert card(int number, int edition) {
        var constant = random(number, 0); // decides what stays the same when somebody moves
        var variable = random(number, edition);
        var person = person(constant);
        var externalId = externalId(number);
        int registrationYear = Math.max(FIRST_CARDS, person.dateOfBirth().getYear() + 18);
        int issueYear = Math.max(registrationYear, THIS_YEAR - (edition == 1 ? 1 + variable.nextInt(9) : 0));

        var fields = new LinkedHashMap<String, Object>();
        putPerson(fields, person, constant);
        putAddress(fields, variable);
        fields.put("registrationYear", registrationYear);
        fields.put("issueYear", issueYear);
        fields.put("expirationYear", issueYear + YEARS_VALID);
        var metadata =
                Map.<String, Object>of("channel", constant.nextBoolean() ? "app" : "branch", "consentVersion", 3);

        var item = DocumentUpsert.builder(externalId)
                .clientId(uuid(constant))
                .scope(Scope.MX)
                .type("ine")
                .category(DocumentCategory.IDENTITY)
                .expiresAt(LocalDate.of(issueYear + YEARS_VALID, 12, 31))
                .fields(JsonObject.of(fields))
                .metadata(JsonObject.of(metadata));
        boolean scanned = constant.nextInt(10) < 7;
        if (scanned) {
            var filename = externalId + "-" + edition + ".jpg";
            item.filename(filename)
                    .contentType("image/jpeg")
                    .size(180_000L + variable.nextInt(900_000))
                    .storagePath("scans/" + filename);
        }
        return item.build();
    }

    private static void putPerson(Map<String, Object> fields, Person person, Random random) {
        fields.put("curp", IdentityKeys.curp(person, random.nextInt(10)));
        if (person.sex() != 'X') { // the clave de elector has no letter for it
            fields.put("claveElector", IdentityKeys.claveElector(person, random.nextInt(1_000)));
        }
        fields.put("fullName", person.fullName());
        fields.put("givenNames", person.givenNames());
        fields.put("paternalSurname", person.paternalSurname());
        var maternalSurname = person.maternalSurname();
        if (maternalSurname != null) {
            fields.put("maternalSurname", maternalSurname);
        }
        fields.put("dateOfBirth", person.dateOfBirth().toString());
        var birthPlace = person.birthPlace();
        if (birthPlace != null) {
            fields.put("birthState", birthPlace.state());
        }
    }

    private static void putAddress(Map<String, Object> fields, Random random) {
        var place = pick(Place.ALL, random);
        fields.put("street", pick(Names.STREETS, random));
        fields.put("exteriorNumber", Integer.toString(1 + random.nextInt(1_500)));
        if (random.nextInt(3) == 0) {
            fields.put("interiorNumber", "Int. " + (1 + random.nextInt(24)));
        }
        fields.put("neighborhood", place.neighborhood());
        fields.put("municipality", place.municipality());
        fields.put("state", place.state());
        fields.put("postalCode", place.postalCode());
        fields.put("section", String.format(Locale.ROOT, "%04d", 1 + random.nextInt(3_500)));
    }

    private static Person person(Random random) {
        char sex = pick(List.of('H', 'M'), random);
        var givenNames = pick(sex == 'H' ? Names.MEN : Names.WOMEN, random);
        var paternalSurname = pick(Names.SURNAMES, random);
        var maternalSurname = random.nextInt(25) == 0 ? null : pick(Names.SURNAMES, random);
        var dateOfBirth = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(26_000)); // the last day is in March 2006
        var birthPlace = random.nextInt(50) == 0 ? null : pick(Place.ALL, random);
        char registeredSex = random.nextInt(80) == 0 ? 'X' : sex;
        return new Person(registeredSex, givenNames, paternalSurname, maternalSurname, dateOfBirth, birthPlace);
    }

    private static UUID uuid(Random random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L; // version 4
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63); // variant 2
        return new UUID(high, low);
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** A stream of numbers for every card and purpose; the multiplication keeps neighbours from looking alike. */
    private Random random(int number, int purpose) {
        return new Random((seed * 31 + number * 4L + purpose) * 0x9E3779B97F4A7C15L);
    }
}
