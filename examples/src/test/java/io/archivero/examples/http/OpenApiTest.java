package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The other half is in {@link EndpointStatusTest}: each of its answers is held against the description. */
@DisplayName("The OpenAPI description")
class OpenApiTest {
    private static final Set<Integer> NOT_DESCRIBED = Set.of(404, 405);

    private final Description description = new Description();

    @Test
    @DisplayName("has the answers that the tests get, and no others")
    void everyAnswer() {
        var tested = Scenarios.all().stream()
                .filter(scenario -> !NOT_DESCRIBED.contains(scenario.status()))
                .map(scenario -> scenario.request().method() + " " + scenario.template() + " " + scenario.status())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(description.answers(), tested);
    }

    @Test
    @DisplayName("has the problems that there are")
    void everyProblem() {
        var types = Arrays.stream(ProblemType.values()).map(ProblemType::uri).toList();
        var type = (Map<?, ?>) ((Map<?, ?>) description.schema("Problem").get("properties")).get("type");
        assertEquals(types, type.get("enum"));
        var tested = Scenarios.all().stream()
                .flatMap(scenario -> scenario.problem().stream())
                .collect(Collectors.toSet());
        assertEquals(Set.of(ProblemType.values()), tested);
    }

    @Test
    @DisplayName("leads nowhere with none of its references, and has nothing that nobody refers to")
    void references() {
        var text = JsonObject.of(description.document()).json();
        var components = (Map<?, ?>) description.document().get("components");
        components.forEach((kind, members) -> ((Map<?, ?>) members).keySet().forEach(name -> {
            boolean isUsed = text.contains("\"#/components/" + kind + "/" + name + "\"");
            assertTrue(isUsed || kind.equals("securitySchemes"), () -> kind + " " + name + " is not used");
        }));
        var references = text.split("\"\\$ref\":\"", -1);
        for (int i = 1; i < references.length; i++) {
            var reference = references[i].substring(0, references[i].indexOf('"'));
            assertFalse(JsonSchema.resolve(description.document(), Map.of("$ref", reference))
                    .isEmpty());
        }
    }

    @Test
    @DisplayName("takes the requests that the endpoint takes")
    void requests() {
        var batch = JsonObject.parse(new String(Samples.batch().body(), StandardCharsets.UTF_8));
        assertEquals(List.of(), faults("BatchRequest", batch));
        var full = JsonObject.parse("""
                {"clientId":"0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a7","externalId":"a","scope":"US","type":"passport","category":"tax",
                "contentType":"image/png","expiresAt":"2031-05-06","metadata":{},"fields":{},"filename":"f","size":0,"storagePath":"p",
                "expectedVersion":0,"sourceVersion":1}""");
        assertEquals(List.of(), faults("Item", full));
        assertEquals(List.of(), faults("SingleItem", full));
        var empty = JsonObject.parse("{\"items\":[],\"atomic\":true}");
        assertEquals(List.of("/items has too few items"), faults("BatchRequest", empty));
        assertFalse(faults("Item", JsonObject.parse("{\"externalId\":7}")).isEmpty());
    }

    private List<String> faults(String schema, JsonObject value) {
        return JsonSchema.faults(description.document(), description.schema(schema), value.asMap());
    }
}
