package io.archivero.examples.http;

import static io.archivero.examples.http.Samples.BATCH;
import static io.archivero.examples.http.Samples.CLIENT;
import static io.archivero.examples.http.Samples.ITEM;
import static io.archivero.examples.http.Samples.LIST;

import io.archivero.DocumentStoreException;
import io.archivero.Environment;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every kind of answer of every resource, and how one gets it. */
final class Scenarios {
    static final String BATCHES = "/documents/batch/external";
    static final String ITEMS = "/documents/external/{externalId}";
    static final String LISTS = "/clients/{clientId}/documents";

    private final List<Scenario> all = new ArrayList<>();

    private Scenarios() {}

    static List<Scenario> all() {
        var scenarios = new Scenarios();
        scenarios.batches();
        scenarios.items();
        scenarios.lists();
        scenarios.guarded(BATCHES, Samples.batch());
        scenarios.guarded(ITEMS, Samples.item());
        scenarios.guarded(LISTS, Samples.list());
        scenarios.withBody(BATCHES, Samples.batch());
        scenarios.withBody(ITEMS, Samples.item());
        scenarios.open("/health");
        scenarios.open("/metrics");
        scenarios.open("/openapi.json");
        scenarios.failing("/health", Request.of("GET", "/health"));
        scenarios.nowhere();
        return List.copyOf(scenarios.all);
    }

    private void batches() {
        var batch = Samples.batch();
        add("a batch is stored", BATCHES, batch, 200);
        add("a partial batch with a fault", BATCHES, batch.body(Samples.partial(Samples.item("s3cr3t-1"), "{}")), 200);
        add("a batch with extensions", BATCHES, batch.target(BATCH + "?extensions=true"), 200);
        add("an item is invalid", BATCHES, batch.body(Samples.items(Samples.invalidItem("s3cr3t"))), 422);
        add("an item is no object", BATCHES, batch.body("{\"items\":[\"s3cr3t\"]}"), 422);
        add("a duplicate", BATCHES, batch.body(Samples.items(Samples.item("s3cr3t"), Samples.item("s3cr3t"))), 422);
        add(Scenario.of("a row that the database refuses", BATCHES, batch, 422)
                .given(endpoint -> endpoint.store.refuse("s3cr3t-1", "23514")));
        var expecting = Samples.items(Samples.item("s3cr3t-1", ",\"expectedVersion\":7"));
        add("a conflict", BATCHES, batch.target(BATCH + "?extensions=true").body(expecting), 409);
        add("an extension that was not asked for", BATCHES, batch.body(expecting), 422);
        for (var envelope : List.of("[]", "17", "{}", "{\"items\":{}}", "{\"items\":[]}", "{\"items\":[{}],\"s\":1}")) {
            add("the envelope " + envelope, BATCHES, batch.body(envelope), ProblemType.INVALID_BATCH);
        }
        var tooMany = "{},".repeat(250) + "{}";
        add("251 items", BATCHES, batch.body("{\"items\":[" + tooMany + "]}"), ProblemType.INVALID_BATCH);
    }

    private void items() {
        var item = Samples.item();
        add("a document is stored", ITEMS, item, 200);
        add("a document is invalid", ITEMS, item.body(Samples.invalidItem("s3cr3t-1")), 422);
        add(Scenario.of("a row that the database refuses", ITEMS, item, 422)
                .given(endpoint -> endpoint.store.refuse("s3cr3t-1", "23514")));
        add("no object", ITEMS, item.body("[]"), 422);
        add("U+0000 in the external id", ITEMS, item.target(ITEM + "%00").body(Samples.item("\\u0000")), 422);
        add(
                "an external id that is too long",
                ITEMS,
                item.target(ITEM + "x".repeat(256)).body("{}"),
                422);
        var expecting = Samples.item("s3cr3t-1", ",\"expectedVersion\":7");
        add("a conflict", ITEMS, item.target(ITEM + "s3cr3t-1?extensions=true").body(expecting), 409);
        add("another external id", ITEMS, item.body(Samples.item("other")), ProblemType.OTHER_EXTERNAL_ID);
        add("half a percent sign", ITEMS, item.target(ITEM + "%C3"), ProblemType.INVALID_ADDRESS);
        add("an overlong slash", ITEMS, item.target(ITEM + "%C0%AF"), ProblemType.INVALID_ADDRESS);
        add("an encoded surrogate", ITEMS, item.target(ITEM + "%ED%A0%80"), ProblemType.INVALID_ADDRESS);
        add("a raw byte above 127", ITEMS, item.target(ITEM + "\u00F1"), ProblemType.INVALID_ADDRESS);
        add("a number sign", ITEMS, item.target(ITEM + "s3cr3t-1#2"), ProblemType.INVALID_ADDRESS);
        add("a question mark", ITEMS, item.target(ITEM + "s3cr3t-1?2"), ProblemType.INVALID_ADDRESS);
    }

    private void lists() {
        var list = Samples.list();
        add("no documents", LISTS, list, 200);
        add(Scenario.of("a page", LISTS, list.target(LIST + "?limit=1"), 200).given(Scenarios::twoDocuments));
        add(Scenario.of("a page with extensions", LISTS, list.target(LIST + "?extensions=true&limit=200"), 200)
                .given(Scenarios::twoDocuments));
        var cursor = Samples.cursor(Environment.TEST, CLIENT);
        add("the next page", LISTS, list.target(LIST + "?limit=1&cursor=" + cursor), 200);
        for (var limit : List.of("0", "201", "-1", "+1", "1.0", "", "s3cr3t", "99999999999999999999", "%D9%A1")) {
            add("the limit " + limit, LISTS, list.target(LIST + "?limit=" + limit), ProblemType.INVALID_LIMIT);
        }
        for (var wrong : List.of(
                "s3cr3t",
                "",
                "%00",
                Samples.cursor(Environment.LIVE, Samples.CLIENT),
                Samples.cursor(Environment.TEST, Samples.OTHER_CLIENT))) {
            add("the cursor " + wrong, LISTS, list.target(LIST + "?cursor=" + wrong), ProblemType.INVALID_CURSOR);
        }
        for (var client :
                List.of("s3cr3t", CLIENT + "0", "0b8c8b515c0e4b6c9f412f1d35a3f6a7", "1-1-1-1-1", "a%2Fb", "a/b")) {
            add(
                    "the client " + client,
                    LISTS,
                    list.target("/clients/" + client + "/documents"),
                    ProblemType.INVALID_CLIENT_ID);
        }
        add("a parameter twice", LISTS, list.target(LIST + "?limit=1&limit=1"), ProblemType.INVALID_ADDRESS);
        add("an unknown parameter", LISTS, list.target(LIST + "?status=verified"), ProblemType.INVALID_ADDRESS);
        add("a malformed parameter", LISTS, list.target(LIST + "?cursor=%FF"), ProblemType.INVALID_ADDRESS);
    }

    /** What holds wherever a key is needed. */
    private void guarded(String template, Request good) {
        var noKey = good.without("Authorization");
        var noEnvironment = good.without("X-Environment");
        add("no key", template, noKey, ProblemType.UNAUTHORIZED);
        for (var value : List.of(
                "",
                "Bearer",
                "Bearer ",
                "Basic czNjcjN0",
                RunningEndpoint.KEY,
                "Bearer unknown",
                "Bearer " + RunningEndpoint.KEY + "0",
                "Bearer " + RunningEndpoint.KEY + " x",
                "Bearer " + Keys.hash(RunningEndpoint.KEY).hex())) {
            var name = "the authorization " + value;
            add(name, template, noKey.header("Authorization: " + value), ProblemType.UNAUTHORIZED);
        }
        var again = good.header("Authorization: Bearer " + RunningEndpoint.KEY);
        add("the key twice", template, again, ProblemType.UNAUTHORIZED);
        add("bearer", template, noKey.header("authorization: bearer  " + RunningEndpoint.KEY), 200);
        var testOnly = noKey.header("Authorization: Bearer " + RunningEndpoint.TEST_KEY);
        add("a key of one environment, named", template, testOnly, 200);
        add("a key of one environment, not named", template, testOnly.without("X-Environment"), 200);
        add(
                "a key of the other environment",
                template,
                noKey.header("Authorization: Bearer " + RunningEndpoint.LIVE_KEY),
                ProblemType.WRONG_ENVIRONMENT);
        add("a key of both, not named", template, noEnvironment, ProblemType.INVALID_HEADER);
        for (var name : List.of("staging", "LIVE", "test, live", "", "t\u00EFst")) {
            var request = noEnvironment.header("X-Environment: " + name);
            add("the environment " + name, template, request, ProblemType.INVALID_HEADER);
        }
        add("the environment twice", template, good.header("X-Environment: test"), ProblemType.INVALID_HEADER);
        var target = good.target() + "?extensions=";
        add("extensions perhaps", template, good.target(target + "yes"), ProblemType.INVALID_ADDRESS);
        add("no extensions", template, good.target(target + "false"), 200);

        failing(template, good);
        add(Scenario.of("a defect", template, good, ProblemType.INTERNAL)
                .given(endpoint -> endpoint.store.failNextCall(new IllegalStateException("s3cr3t"))));
        add(Scenario.of("the store is busy", template, good, ProblemType.TOO_MANY_REQUESTS)
                .given(RunningEndpoint::occupyTheStore));
        methods(template, good);
    }

    private void withBody(String template, Request good) {
        for (var body : List.of("", "s3cr3t", "{", "{\"items\":[{}]} x", "\uFEFF{}")) {
            add("the body " + body, template, good.body(body), ProblemType.INVALID_JSON);
        }
        var latin = "{\"items\":[{\"externalId\":\"\u00F1\"}]}".getBytes(StandardCharsets.ISO_8859_1);
        add("a body in ISO 8859-1", template, good.body(latin), ProblemType.INVALID_JSON);

        var noType = good.without("Content-Type");
        add("no media type", template, noType, ProblemType.UNSUPPORTED_MEDIA_TYPE);
        for (var type : List.of(
                "text/plain",
                "application/jsonp",
                "application/x-www-form-urlencoded",
                "application/problem+json",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1; charset=utf-8",
                "application/json; charset=",
                "application/json, application/json")) {
            var request = noType.header("Content-Type: " + type);
            add("the media type " + type, template, request, ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        var twice = good.header("Content-Type: application/json");
        add("the media type twice", template, twice, ProblemType.UNSUPPORTED_MEDIA_TYPE);
        for (var type : List.of(
                "application/json;charset=utf-8", "APPLICATION/JSON ; Charset=\"UTF-8\"", "application/json; a=b")) {
            add("the media type " + type, template, noType.header("content-type:" + type), 200);
        }
        for (var coding : List.of("gzip", "deflate", "br", "identity, gzip", "\u00CFdentity")) {
            var request = good.header("Content-Encoding: " + coding);
            add("the coding " + coding, template, request, ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        add("no coding", template, good.header("Content-Encoding: identity"), 200);

        var limit = RunningEndpoint.BODY_BYTES;
        int padding = limit - good.body().length;
        var fits = new String(good.body(), StandardCharsets.UTF_8) + " ".repeat(padding);
        add("as long as a body may be", template, good.body(fits), 200);
        add("one byte more", template, good.body(fits + " "), ProblemType.TOO_LARGE);
        var chunks = good.header("Transfer-Encoding: chunked");
        add("as long as a body may be, in chunks", template, chunks.body(chunked(fits)), 200);
        add("one byte more, in chunks", template, chunks.body(chunked(fits + " ")), ProblemType.TOO_LARGE);
        add("chunks that are none", template, chunks.body("zz\r\n{}\r\n0\r\n\r\n"), ProblemType.INCOMPLETE_BODY);
    }

    private void open(String template) {
        var get = Request.of("GET", template);
        add("it is there", template, get, 200);
        add("an unknown parameter", template, get.target(template + "?x"), ProblemType.INVALID_ADDRESS);
        methods(template, get);
    }

    /** What the store can come to. */
    private void failing(String template, Request good) {
        add(Scenario.of("the store is not available", template, good, ProblemType.STORE_UNAVAILABLE)
                .given(endpoint -> endpoint.store.failNextCall(new StoreUnavailableException("gone", null))));
        add(Scenario.of("the outcome is unknown", template, good, ProblemType.UNKNOWN_OUTCOME)
                .given(endpoint -> endpoint.store.failAfterNextCall(new UnknownOutcomeException("gone", null))));
        add(Scenario.of("the store fails", template, good, ProblemType.STORE_FAILED)
                .given(endpoint -> endpoint.store.failNextCall(new DocumentStoreException("failed", null))));
    }

    private void methods(String template, Request good) {
        var options = good.method("OPTIONS").body("");
        add("which methods", template, options, 204);
        add(Scenario.of("it is stopping", template, good, ProblemType.STOPPING).given(RunningEndpoint::beginStopping));
        add(Scenario.of("it is stopping", template, options, ProblemType.STOPPING)
                .given(RunningEndpoint::beginStopping));
        for (var method : List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "TRACE", "BREW", "put", "get")) {
            boolean isRead = good.method().equals("GET");
            if (!method.equals(good.method()) && !(isRead && method.equals("HEAD"))) {
                add("the method " + method, template, good.method(method), ProblemType.METHOD_NOT_ALLOWED);
            }
        }
    }

    private void nowhere() {
        for (var path : List.of(
                "/",
                "/documents",
                "/documents/external",
                "/documents/external/",
                "/documents/batch/external/",
                "/Documents/batch/external",
                "/documents/../documents/batch/external",
                "/documents/batch%2Fexternal",
                "/clients//documents",
                "/clients/" + CLIENT + "/documents/",
                "//documents/batch/external",
                "/health/../metrics")) {
            add("the path " + path, "", Samples.batch().target(path), ProblemType.NOT_FOUND);
        }
    }

    private void add(String name, String template, Request request, int status) {
        add(Scenario.of(name, template, request, status));
    }

    private void add(String name, String template, Request request, ProblemType problem) {
        add(Scenario.of(name, template, request, problem));
    }

    /** Whatever GET is answered, HEAD is too. */
    private void add(Scenario scenario) {
        all.add(scenario);
        if (scenario.request().method().equals("GET") && scenario.status() != 405) {
            all.add(scenario.asHead());
        }
    }

    private static void twoDocuments(RunningEndpoint endpoint) {
        try {
            endpoint.exchange(Samples.batch());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] chunked(String body) {
        return Request.chunked(body.getBytes(StandardCharsets.UTF_8), 1_000);
    }
}
