package io.archivero.examples;

import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Writes the request files that {@link VoterCards} sends, into the directory given as the argument:
 *
 * <ul>
 *   <li>{@value #FIRST}: cards 1 to 250.
 *   <li>{@value #CHANGED}: cards 11 to 260. Of the 240 that the first file has, every sixth belongs to somebody who moved.
 *   <li>{@value #FAULTY}: cards 101 to 350 as they are by then, 14 of them spoilt.
 * </ul>
 */
final class VoterCardFiles {
    static final String FIRST = "voter-cards.json";
    static final String CHANGED = "voter-cards-changed.json";
    static final String FAULTY = "voter-cards-faulty.json";

    private static final VoterCardGenerator GENERATOR = new VoterCardGenerator(VoterCardGenerator.SEED);

    private VoterCardFiles() {}

    public static void main(String[] args) throws IOException {
        var directory = Path.of(args[0]);
        for (var file : all().entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }

    /** Returns the text of every file by its name. */
    static Map<String, String> all() {
        var files = new LinkedHashMap<String, String>();
        files.put(FIRST, request(GENERATOR.cards(1, 250)));
        files.put(CHANGED, request(latest(11, 260)));
        files.put(FAULTY, faulty(latest(101, 350)));
        return files;
    }

    /** The cards once everybody has moved who does: 40 of the first 250. */
    private static List<DocumentUpsert> latest(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> number > 10 && number <= 250 && number % 6 == 0
                        ? GENERATOR.cardAfterMove(number)
                        : GENERATOR.card(number))
                .toList();
    }

    private static String request(List<DocumentUpsert> items) {
        return WireItems.request(items.stream().map(WireItems::json).toList());
    }

    private static String faulty(List<DocumentUpsert> items) {
        var faults = faults();
        var lines = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            var attributes = WireItems.attributes(items.get(i));
            faults.getOrDefault(i, item -> {}).accept(attributes);
            lines.add(JsonObject.of(attributes).json());
        }
        // No JSON object value has a key twice, so this one can only be spoilt as text.
        lines.set(222, lines.get(222).replace("\"fields\":{", "\"fields\":{\"section\":\"0001\","));
        return WireItems.request(lines);
    }

    /** What is done to which item. */
    private static Map<Integer, Consumer<Map<String, Object>>> faults() {
        return Map.ofEntries(
                Map.entry(7, inFields("curp", VoterCardFiles::withAnotherCheckDigit)),
                Map.entry(23, inFields("dateOfBirth", text -> text.substring(0, 4) + "-02-30")),
                Map.entry(41, item -> item.remove("clientId")),
                Map.entry(60, item -> item.put("externalId", VoterCardGenerator.externalId(280))),
                Map.entry(77, inFields("street", text -> text + "\0")),
                Map.entry(96, item -> item.put("metadata", Map.of("score", new BigDecimal("1e5000")))),
                Map.entry(120, item -> item.put("nationality", "MX")),
                Map.entry(133, item -> item.put("expiresAt", "2025-02-30")),
                Map.entry(150, inFields("claveElector", VoterCardFiles::withAnotherBirthday)),
                Map.entry(166, inFields("expirationYear", text -> 1999)),
                Map.entry(190, item -> item.put("size", "very large")),
                Map.entry(205, inFields("postalCode", text -> text.substring(1))));
    }

    private static Consumer<Map<String, Object>> inFields(String key, Edit edit) {
        return item -> {
            if (item.get("fields") instanceof JsonObject before) {
                var fields = new HashMap<String, Object>(before.asMap());
                fields.compute(key, (name, value) -> edit.apply(String.valueOf(value)));
                item.put("fields", fields);
            }
        };
    }

    private static String withAnotherCheckDigit(String curp) {
        int digit = Character.digit(curp.charAt(17), 10);
        return curp.substring(0, 17) + (digit + 1) % 10;
    }

    private static String withAnotherBirthday(String claveElector) {
        var day = claveElector.substring(10, 12);
        return claveElector.substring(0, 10) + (day.equals("01") ? "02" : "01") + claveElector.substring(12);
    }

    private interface Edit {
        Object apply(String text);
    }
}
