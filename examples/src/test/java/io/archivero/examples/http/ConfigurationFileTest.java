package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import io.archivero.Environment;
import io.archivero.ValidationLevel;
import io.archivero.examples.http.ServerSettings.Bounds;
import io.archivero.examples.http.ServerSettings.Deadlines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The configuration file")
class ConfigurationFileTest {
    private static final String HASH = Keys.hash("secret").hex();
    private static final String LEAST = "store = memory\nkey.a = live " + HASH + "\n";

    @TempDir
    Path directory;

    @Test
    @DisplayName("of the example has the defaults, and its key works")
    void example() throws Exception {
        var example = ConfigurationFile.read(Path.of("endpoint.properties"));
        var least = read(LEAST);
        assertEquals(least.server(), example.server());
        assertEquals(least.store(), example.store());
        assertTrue(example.keys().find("try-archivero-on-this-machine").isPresent());
    }

    @Test
    @DisplayName("says everything that can be said")
    void everything() throws Exception {
        var configuration = read("""
                address = 127.0.0.2
                port = 0
                store = jdbc:postgresql://localhost/test
                store.user = \u00F1
                store.password = p
                validation = strict
                key.one = test %1$s
                key.two =both   %1$s
                limit.body.bytes = 1
                limit.header.bytes = 1024
                limit.connections = 2
                limit.requests = 3
                deadline.turn.millis = 0
                deadline.request.seconds = 4
                deadline.response.seconds = 5
                deadline.stop.seconds = 6
                """.formatted(HASH));
        var server = configuration.server();
        assertEquals("/127.0.0.2:0", server.address().toString());
        assertEquals(new Bounds(1, 1_024, 2, 3), server.bounds());
        assertEquals(
                new Deadlines(Duration.ZERO, Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(6)),
                server.deadlines());
        assertEquals(
                new StoreSettings("jdbc:postgresql://localhost/test", "\u00F1", "p", ValidationLevel.STRICT),
                configuration.store());
        assertEquals(
                List.of(
                        new Keys.Key("one", Set.of(Environment.TEST), new Keys.HexHash(HASH)),
                        new Keys.Key("two", Set.of(Environment.values()), new Keys.HexHash(HASH))),
                configuration.keys().all());
    }

    @ParameterizedTest
    @DisplayName("is refused, and what is wrong is named")
    @CsvSource(
            delimiter = '|',
            value = {
                "store = memory | store = mysql:secret | store must be memory, h2: and a path, or a URL that begins with jdbc:postgresql:",
                "store = memory | store = h2:a;INIT=secret | store must be memory, h2: and a path, or a URL that begins with jdbc:postgresql:",
                "store = memory | x = 1 | store is missing",
                "store = memory | store = memory\\nprot = secret | there is no property [prot]",
                "store = memory | store = memory\\nstore = h2:x | the file is no properties file, or has a property twice",
                "store = memory | store = memory\\na = \\uXYZW | the file is no properties file, or has a property twice",
                "store = memory | store = memory\\nport = 70000 | port must be a whole number from 0 to 65535",
                "store = memory | store = memory\\nport = secret | port must be a whole number from 0 to 65535",
                "store = memory | store = memory\\nlimit.requests = 0 | limit.requests must be a whole number from 1 to 1000",
                "store = memory | store = memory\\nvalidation = STRICT | validation must be basic or strict",
                "store = memory | store = memory\\naddress = not.an.address.invalid | address must be an address of this machine",
                "key.a = live | k = live | there must be a key, such as key.mine = test and its hash",
                "key.a = live | key.a = prod | key.a must begin with test, live or both",
                "key.a = live | key.a = live secret | key.a must be test, live or both, a space, and a SHA-256 of 64 hexadecimal digits, lower case"
            })
    void refused(String instead, String text, String message) {
        var content = LEAST.replace(instead, text.replace("\\n", "\n"));
        var refusal = assertThrows(ConfigurationException.class, () -> read(content));
        assertEquals(message, refusal.getMessage());
        assertFalse(message.contains("secret"));
    }

    @Test
    @DisplayName("takes the key that everybody knows on this machine only")
    void publishedKey() throws Exception {
        var content = "store = memory\nkey.a = test " + ConfigurationFile.PUBLISHED.hex() + "\naddress = ";
        read(content + "::1");
        var refusal = assertThrows(ConfigurationException.class, () -> read(content + "0.0.0.0"));
        assertEquals(
                "a key is the published one of the example: with it, address must be of this machine only",
                refusal.getMessage());
    }

    @Test
    @DisplayName("takes the line that MakeKey prints, and the key is good for it")
    void madeKey() throws Exception {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertEquals(0, MakeKey.run(List.of("nightly", "live"), new PrintStream(out), new PrintStream(err)));
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        var key = read("store = memory\n" + lines.get(3)).keys().find(lines.get(1));
        assertEquals("nightly", key.orElseThrow().name());
        assertEquals(Set.of(Environment.LIVE), key.orElseThrow().environments());
        var headers = new Headers();
        headers.set("Authorization", "Bearer " + lines.get(1));
        assertEquals(Environment.LIVE, new Authentication(new Keys(List.of(key.orElseThrow()))).environment(headers));
        assertEquals(2, MakeKey.run(List.of("nightly"), new PrintStream(out), new PrintStream(err)));
        assertEquals(2, MakeKey.run(List.of("a b", "live"), new PrintStream(out), new PrintStream(err)));
    }

    private Configuration read(String content) throws IOException, ConfigurationException {
        return ConfigurationFile.read(Files.writeString(directory.resolve("endpoint.properties"), content));
    }
}
