package io.archivero.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.InvalidBatchException;
import io.archivero.InvalidJsonException;
import io.archivero.wire.WireCodec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Answers {@code PUT /documents/batch/external} on the HTTP server of the JDK. Who may call it is for the host to check. */
final class BatchHandler implements HttpHandler {
    private final WireCodec codec = WireCodec.standard();
    private final DocumentRepository documents;

    BatchHandler(DocumentRepository documents) {
        this.documents = documents;
    }

    // tag::http[]
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                var environment = environment(exchange.getRequestHeaders().getFirst("X-Environment"));
                var request = codec.readBatch(exchange.getRequestBody());
                var result = documents.batchUpsertByExternalId(environment, request.items(), request.atomic());
                respond(exchange, 200, result);
            } catch (BatchRejectedException refused) {
                respond(exchange, 422, refused.result());
            } catch (InvalidJsonException | InvalidBatchException wrongCall) {
                exchange.sendResponseHeaders(400, -1); // no JSON, or a wrong envelope: there are no items to answer
            }
        }
    }

    private void respond(HttpExchange exchange, int status, BatchUpsertResult result) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, 0);
        codec.write(result, exchange.getResponseBody());
    }
    // end::http[]

    private static Environment environment(@Nullable String header) {
        for (var environment : Environment.values()) {
            if (environment.wireName().equals(header)) {
                return environment;
            }
        }
        throw new InvalidBatchException("the header X-Environment must be test or live");
    }
}
