package io.archivero.examples.http;

import io.archivero.DocumentQuery;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.PageRequest;
import io.archivero.Scope;
import io.archivero.testkit.InMemoryDocumentRepository;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Requests that are well, for the tests to spoil. What they hold must never come back in an error. */
final class Samples {
    static final String CLIENT = "0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a7";
    static final String OTHER_CLIENT = "0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a8";
    /** Stands in every external id and file name. */
    static final String SECRET = "s3cr3t";

    static final String BATCH = "/documents/batch/external";
    static final String ITEM = "/documents/external/";
    static final String LIST = "/clients/" + CLIENT + "/documents";

    private Samples() {}

    /** Returns a cursor of that client's list, as a page of one document would end with it. */
    static String cursor(Environment environment, String client) {
        var documents = InMemoryDocumentRepository.create();
        for (var externalId : List.of("1", "2")) {
            var item = DocumentUpsert.builder(externalId)
                    .clientId(UUID.fromString(client))
                    .scope(Scope.MX)
                    .type("ine")
                    .build();
            documents.upsertByExternalId(environment, item);
        }
        var query = DocumentQuery.all().clientId(UUID.fromString(client));
        return Objects.requireNonNull(
                documents.list(environment, query, PageRequest.first(1)).nextCursor());
    }

    static Request batch() {
        return authorized(Request.of("PUT", BATCH)).body(items(item("s3cr3t-1"), item("s3cr3t-2")));
    }

    static Request item() {
        return authorized(Request.of("PUT", ITEM + "s3cr3t-1")).body(item("s3cr3t-1"));
    }

    static Request list() {
        return authorized(Request.of("GET", LIST)).without("Content-Type");
    }

    static Request authorized(Request request) {
        return request.header("Authorization: Bearer " + RunningEndpoint.KEY)
                .header("X-Environment: test")
                .header("Content-Type: application/json");
    }

    /** Returns an atomic batch. */
    static String items(String... items) {
        return "{\"items\":" + Arrays.stream(items).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    static String partial(String... items) {
        return items(items).replaceFirst("}$", ",\"atomic\":false}");
    }

    static String item(String externalId) {
        return item(externalId, "");
    }

    /** Returns an item with more attributes, each after a comma. */
    static String item(String externalId, String more) {
        return "{\"externalId\":\"" + externalId + "\",\"clientId\":\"" + CLIENT
                + "\",\"scope\":\"MX\",\"type\":\"ine\",\"filename\":\"s3cr3t.pdf\"" + more + "}";
    }

    /** Returns an item of which the size is wrong. */
    static String invalidItem(String externalId) {
        return item(externalId, ",\"size\":\"s3cr3t\"");
    }
}
