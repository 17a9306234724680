package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.JsonObject;
import io.archivero.examples.Markdown;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every block with a command of curl is followed by {@code <!-- answer: status -->} and a block with the answer. */
@DisplayName("The README's commands of curl")
class ReadmeCurlTest {
    @Test
    @DisplayName("get the answers that it shows, from the endpoint that it starts")
    void answers() throws Exception {
        var commands = Markdown.read(Path.of("..", "README.md")).blocks("sh").stream()
                .filter(block -> block.text().startsWith("curl "))
                .toList();
        var answers = Markdown.read(Path.of("..", "README.md")).blocks("json");
        assertTrue(commands.size() > 3, "there are some");
        assertEquals(commands.size(), answers.size());

        var configuration = ConfigurationFile.read(Path.of("endpoint.properties"));
        var settings = new ServerSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                configuration.server().bounds(),
                configuration.server().deadlines());
        try (var store = Store.open(configuration.store(), 2);
                var endpoint = Endpoint.start(store.documents(), configuration.keys(), settings)) {
            for (int i = 0; i < commands.size(); i++) {
                try (var wire = new Wire(endpoint.address())) {
                    var response = wire.exchange(Curl.request(commands.get(i).text()));
                    assertShown(answers.get(i), response);
                }
            }
        }
    }

    private static void assertShown(Markdown.Block answer, Response response) {
        assertEquals("answer: " + response.status(), answer.marker(), response::text);
        var shown = JsonObject.parse(answer.text());
        assertEquals(settle(shown), settle(response.json()), response::text);
    }

    /** What is made anew every time: ids of version 7, random names of requests, instants. */
    private static JsonObject settle(JsonObject body) {
        var text = body.json()
                .replaceAll(
                        "\"id\":\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\"", "\"id\":\"made\"")
                .replaceAll("\"requestId\":\"[0-9a-f-]{36}\"", "\"requestId\":\"made\"")
                .replaceAll("\"(createdAt|updatedAt)\":\"[0-9T:.-]+Z\"", "\"$1\":\"made\"");
        return JsonObject.parse(text);
    }
}
