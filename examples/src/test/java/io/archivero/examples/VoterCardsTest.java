package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The main job")
class VoterCardsTest {
    /** Mode, then: created, updated, unchanged, stale, invalid, duplicate, conflict, refused, not applied. */
    private static final List<String> EXPECTED_STEPS = List.of(
            "atomic 250 - - - - - - - -",
            "atomic - - 250 - - - - - -",
            "atomic 10 40 200 - - - - - -",
            "atomic - - - - 12 2 - - 236",
            "partial 85 - 151 - 12 2 - - -");

    private static final List<String> EXPECTED_CULPRITS = List.of(
            "7 invalid /fields/curp curp",
            "23 invalid /fields/dateOfBirth date",
            "41 invalid /clientId required",
            "60 duplicate /externalId duplicate_external_id",
            "77 invalid /fields/street null_character",
            "96 invalid /metadata/score number_exponent",
            "120 invalid /nationality unknown_key",
            "133 invalid /expiresAt date",
            "150 invalid /fields/claveElector birth_date_agrees",
            "166 invalid /fields/expirationYear years_in_order",
            "179 duplicate /externalId duplicate_external_id",
            "190 invalid /size type",
            "205 invalid /fields/postalCode ascii_digits",
            "222 invalid /fields/section duplicate_key");

    @Test
    @DisplayName("on H2: creates 250, replays, updates, refuses the faulty file as a whole and then in part")
    void deliversOnH2(@TempDir Path directory) {
        var output =
                Output.ofVoterCards("--file", directory.resolve("documents").toString());
        assertAll(
                () -> assertEquals("", output.err()),
                () -> assertEquals(0, output.exitCode()),
                () -> assertEquals(EXPECTED_STEPS, steps(output.out())),
                () -> assertEquals(EXPECTED_CULPRITS, culprits(output.out())),
                () -> assertTrue(output.out().contains("260 documents before and after, all of them the same.")),
                () -> assertTrue(output.out().contains("opened again: 345 documents, all of them the same.")));
    }

    @Test
    @DisplayName("on PostgreSQL: does the same, as often as you like")
    void deliversOnPostgres() throws SQLException {
        var url = TestPostgres.url();
        for (int round = 0; round < 2; round++) {
            var output = Output.ofVoterCards(Map.of(Options.URL_VARIABLE, url));
            var both = new ArrayList<>(EXPECTED_STEPS);
            both.addAll(EXPECTED_STEPS);
            assertEquals(0, output.exitCode(), output.err());
            assertEquals(both, steps(output.out()));
        }
    }

    @Test
    @DisplayName("answers the same on both databases, but for ids, times and milliseconds")
    void answersTheSameOnBothDatabases() throws SQLException {
        var onH2 = Output.ofVoterCards("--json");
        var onPostgres = Output.ofVoterCards("--json", "--postgres", TestPostgres.url());
        assertEquals(0, onH2.exitCode(), onH2.err());
        assertEquals(0, onPostgres.exitCode(), onPostgres.err());
        assertEquals(withoutWhatDiffers(onH2.out()), withoutWhatDiffers(onPostgres.out()));
    }

    @Test
    @DisplayName("keeps the file that it was given, and finds everything in it the next time")
    void keepsTheFile(@TempDir Path directory) {
        var file = directory.resolve("documents").toString();
        assertEquals(0, Output.ofVoterCards("--file", file).exitCode());
        var again = Output.ofVoterCards("--file", file, "--request", dataFile(VoterCardFiles.CHANGED));
        assertEquals(0, again.exitCode(), again.err());
        assertEquals(List.of("atomic - - 250 - - - - - -"), steps(again.out()));
    }

    @Test
    @DisplayName("says by its exit code that your own request was refused, and by its output why")
    void reportsARefusedRequest() {
        var output = Output.ofVoterCards("--request", dataFile(VoterCardFiles.FAULTY));
        assertEquals(1, output.exitCode());
        assertEquals(List.of("atomic - - - - 12 2 - - 236"), steps(output.out()));
        assertEquals(EXPECTED_CULPRITS, culprits(output.out()));
    }

    @Test
    @DisplayName("lets more pass with --basic")
    void judgesLessStrictly() {
        var output = Output.ofVoterCards("--basic", "--request", dataFile(VoterCardFiles.FAULTY));
        assertEquals(1, output.exitCode());
        assertEquals(List.of("atomic - - - - 8 2 - - 240"), steps(output.out()));
    }

    @Test
    @DisplayName("prints the refusal too with --json")
    void printsTheRefusalAsJson() {
        var output = Output.ofVoterCards("--json", "--request", dataFile(VoterCardFiles.FAULTY));
        assertEquals(1, output.exitCode());
        assertTrue(output.out().startsWith("{\"atomic\":false") || output.out().startsWith("{\"atomic\":true"));
        assertFalse(output.out().contains("\"data\":{"), "no entry of a refused batch holds a document");
    }

    @Test
    @DisplayName("names a wrong argument, a missing file, a text that is no request, a server that is not there")
    void namesWhatIsWrong(@TempDir Path directory) throws IOException {
        var noRequest = Files.writeString(directory.resolve("no-request.json"), "{\"items\": [], \"atomic\": 1}");
        var noServer = "jdbc:postgresql://localhost:1/none?user=nobody&password=secret";
        assertAll(
                () -> assertWrong(2, "unknown argument --fast", "--fast"),
                () -> assertWrong(2, "--file needs a value", "--file"),
                () -> assertWrong(
                        2, "--postgres needs a URL that begins with jdbc:postgresql:", "--postgres", "localhost"),
                () -> assertWrong(1, "there is no file nowhere.json", "--request", "nowhere.json"),
                () -> assertWrong(1, "no-request.json: ", "--request", noRequest.toString()),
                () -> assertWrong(1, "localhost:1", "--json", "--postgres", noServer));
    }

    @Test
    @DisplayName("explains itself with --help")
    void explainsItself() {
        assertEquals(new Output(0, Options.HELP, ""), Output.ofVoterCards("--help"));
    }

    private static void assertWrong(int exitCode, String message, String... arguments) {
        var output = Output.ofVoterCards(arguments);
        assertEquals(exitCode, output.exitCode(), output.err());
        assertEquals("", output.out());
        assertTrue(output.err().contains(message), output.err());
        assertFalse(output.err().contains("secret"), output.err());
    }

    /** The lines of the table of steps, without the names and the milliseconds. */
    private static List<String> steps(String out) {
        return lines(out, "^  .*?(atomic|partial)((?: +(?:-|\\d+)){9}) +\\d+\\.\\d$", "$1$2");
    }

    /** The lines of the table of culprits, without the messages. */
    private static List<String> culprits(String out) {
        return lines(out, "^  +(\\d+ +(?:invalid|duplicate) +/\\S+ +\\S+) .*$", "$1");
    }

    private static List<String> lines(String out, String pattern, String parts) {
        var matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(out);
        return matcher.results()
                .map(result -> result.group().replaceFirst(pattern, parts).replaceAll(" +", " "))
                .toList();
    }

    private static String withoutWhatDiffers(String response) {
        return response.replaceAll("\"(id|createdAt|updatedAt)\":\"[^\"]*\"", "");
    }

    private static String dataFile(String name) {
        return Path.of("src", "main", "resources", name).toString();
    }
}
