package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.archivero.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI description, as the tests look at it. */
final class Description {
    private final Map<String, ?> document = JsonObject.parse(
                    new String(DescriptionResource.read(), StandardCharsets.UTF_8))
            .asMap();

    Map<String, ?> document() {
        return document;
    }

    /** Returns every operation and status, as in {@code GET /health 200}. */
    Set<String> answers() {
        var answers = new TreeSet<String>();
        paths().forEach((path, operations) -> object(operations)
                .forEach((method, operation) -> object(object(operation).get("responses"))
                        .keySet()
                        .forEach(status -> answers.add(method.toUpperCase(Locale.ROOT) + " " + path + " " + status))));
        return answers;
    }

    /** Returns the methods of a path. */
    Set<String> methods(String path) {
        var methods = new TreeSet<String>();
        if (paths().containsKey(path)) {
            object(paths().get(path)).keySet().forEach(method -> methods.add(method.toUpperCase(Locale.ROOT)));
        }
        return methods;
    }

    Map<String, ?> paths() {
        return object(document.get("paths"));
    }

    /** Asserts that an answer is one that the description has: its status, its headers, its media type, its body. */
    void assertDescribes(String path, Request request, Response response) {
        if (response.status() == 404) {
            assertFalse(paths().containsKey(path), "a path that is described is there");
            assertFits(schema("Problem"), response);
            return;
        }
        if (response.status() == 405) {
            assertEquals(
                    methods(path),
                    new TreeSet<>(List.of(response.header("allow").split(", "))));
            assertFits(schema("Problem"), response);
            return;
        }
        var operation = object(object(paths().get(path)).get(request.method().toLowerCase(Locale.ROOT)));
        var described = object(operation.get("responses")).get(Integer.toString(response.status()));
        assertNotNull(described, () -> "not described: " + request.method() + " " + path + " " + response.status());
        assertHeaders(object(described), response);
        assertContent(object(described), response);
    }

    private void assertHeaders(Map<String, ?> described, Response response) {
        object(described.get("headers")).forEach((name, reference) -> {
            var header = object(reference);
            var value = response.headers().get(name.toLowerCase(Locale.ROOT));
            assertFalse(value == null && Objects.equals(header.get("required"), true), () -> name + " is missing");
        });
    }

    private void assertContent(Map<String, ?> described, Response response) {
        if (!described.containsKey("content")) {
            assertEquals(0, response.body().length);
            return;
        }
        var content = object(described.get("content"));
        var mediaType = response.header("content-type").split(";")[0];
        assertEquals(Set.of(mediaType), content.keySet());
        if (!mediaType.equals("text/plain")) {
            assertFits(Objects.requireNonNull(object(content.get(mediaType)).get("schema")), response);
        }
    }

    private void assertFits(Object schema, Response response) {
        if (response.body().length > 0) {
            assertEquals(
                    List.of(),
                    JsonSchema.faults(document, schema, response.json().asMap()));
        }
    }

    /** Returns a schema by its name. */
    Map<String, ?> schema(String name) {
        return object(object(object(document.get("components")).get("schemas")).get(name));
    }

    private Map<String, ?> object(Object value) {
        return JsonSchema.resolve(document, Objects.requireNonNull(value));
    }
}
