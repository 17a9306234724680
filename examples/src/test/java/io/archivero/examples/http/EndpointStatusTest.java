package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The endpoint answers")
class EndpointStatusTest {
    private final List<String> logged = new ArrayList<>();
    private final Description description = new Description();
    private final Logger logger = Logger.getLogger(EndpointStatusTest.class.getPackageName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logRecord) {
            logged.add(logRecord.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToTheLog() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void leaveTheLog() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfAnswer() {
        return Scenarios.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(describe(scenario), () -> answersAsItShould(scenario)));
    }

    private static String describe(Scenario scenario) {
        return scenario.request().method() + " " + scenario.template() + ", " + scenario.name() + ": "
                + scenario.status();
    }

    private void answersAsItShould(Scenario scenario) throws Exception {
        logged.clear();
        try (var endpoint = RunningEndpoint.start()) {
            scenario.setUp().accept(endpoint);
            var response = endpoint.exchange(scenario.request().header("X-Request-Id: the-request"));

            assertEquals(scenario.status(), response.status(), response::text);
            assertEquals("the-request", response.header("x-request-id"));
            assertEquals("no-store", response.header("cache-control"));
            if (!scenario.request().isHead()) {
                assertBody(scenario, response);
            }
            assertHeaders(scenario, response);
            description.assertDescribes(scenario.template(), scenario.request(), response);
            if (response.status() != 200) {
                assertFalse(response.text().contains(Samples.SECRET), "an error tells nothing of a document");
            }
            assertFalse(logged.toString().contains(Samples.SECRET), "nor does the log");
            if (!endpoint.isStopping()) {
                var metrics = endpoint.exchange(Request.of("GET", "/metrics")).text();
                assertFalse(metrics.contains(Samples.SECRET), "nor do the counters");
                assertFalse(metrics.contains(Samples.CLIENT), "nor do the counters");
            }
            boolean isFailure = scenario.status() >= 500 && !endpoint.isStopping();
            assertEquals(isFailure ? 1 : 0, logged.size(), "what is no client's fault is logged");
        }
    }

    private static void assertBody(Scenario scenario, Response response) {
        if (scenario.problem().isEmpty()) {
            return;
        }
        var problem = scenario.problem().orElseThrow();
        assertEquals("application/problem+json", response.header("content-type"));
        var body = response.json().asMap();
        assertEquals(problem.uri(), body.get("type"));
        assertEquals(problem.title(), body.get("title"));
        assertEquals(problem.written(), body.get("written"));
        assertEquals("the-request", body.get("requestId"));
        assertEquals(Integer.toString(response.status()), String.valueOf(body.get("status")));
        assertFalse(String.valueOf(body.get("detail")).isBlank());
    }

    private static void assertHeaders(Scenario scenario, Response response) {
        var retryAfter = response.header("retry-after");
        var allow = response.header("allow");
        var challenge = response.header("www-authenticate");
        switch (scenario.status()) {
            case 204 -> assertTrue(allow.endsWith("OPTIONS"));
            case 401 -> assertTrue(challenge.startsWith("Bearer realm=\"archivero\""));
            case 403 -> assertTrue(challenge.endsWith("error=\"insufficient_scope\""));
            case 405 ->
                assertFalse(
                        List.of(allow.split(", ")).contains(scenario.request().method()), allow);
            case 429, 503 -> assertEquals("1", retryAfter);
            default -> assertEquals("", retryAfter + allow + challenge);
        }
    }
}
