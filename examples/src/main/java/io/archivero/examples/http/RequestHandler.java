package io.archivero.examples.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.archivero.ArchiveroException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Takes every request through the checks that are the same everywhere, in the order in which they are cheap, and sends the answer. */
final class RequestHandler implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(RequestHandler.class.getPackageName());
    private static final String NO_ROUTE = "none";

    private final Routes routes;
    private final Authentication authentication;
    private final Traffic traffic;

    RequestHandler(Routes routes, Authentication authentication, Traffic traffic) {
        this.routes = routes;
        this.authentication = authentication;
        this.traffic = traffic;
    }

    @Override
    public void handle(HttpExchange exchange) {
        long begin = System.nanoTime();
        var requestId = RequestId.of(exchange.getRequestHeaders().getOrDefault(RequestId.HEADER, List.of()));
        var body = new RequestBody(exchange.getRequestHeaders(), exchange.getRequestBody(), traffic.bodyBytes());
        var match = routes.find(
                Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse(""));
        boolean counted = traffic.inProgress().enter();
        try (exchange) {
            var reply = counted
                    ? answer(exchange, match, body, requestId)
                    : Problem.passing(ProblemType.STOPPING, "Nothing was written. Try again later.")
                            .reply(requestId);
            send(exchange, reply, body.isAtEnd() && !traffic.inProgress().isClosed(), requestId);
            var template = match.map(found -> found.resource().template()).orElse(NO_ROUTE);
            traffic.counters()
                    .answered(exchange.getRequestMethod(), template, reply.status(), System.nanoTime() - begin);
        } catch (IOException e) {
            traffic.counters().hungUp();
        } finally {
            if (counted) {
                traffic.inProgress().leave();
            }
        }
    }

    private Reply answer(HttpExchange exchange, Optional<Routes.Match> match, RequestBody body, String requestId) {
        try {
            return answer(exchange, match, body);
        } catch (IOException e) {
            return Problem.of(ProblemType.INCOMPLETE_BODY, "Nothing was written.")
                    .reply(requestId);
        } catch (RuntimeException e) {
            var problem = Problem.of(e);
            if (problem.type().status() >= 500) {
                log(requestId, e);
            }
            return problem.reply(requestId);
        }
    }

    private Reply answer(HttpExchange exchange, Optional<Routes.Match> match, RequestBody body) throws IOException {
        var found = match.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "No resource has this path."));
        var resource = found.resource();
        var method = exchange.getRequestMethod();
        if (method.equals("OPTIONS")) {
            return Reply.allowing(resource.allowed());
        }
        if (!resource.allows(method)) {
            throw Problem.with(
                    ProblemType.METHOD_NOT_ALLOWED,
                    "Allowed are " + resource.allowed() + ".",
                    "Allow",
                    resource.allowed());
        }
        var address = exchange.getRequestURI();
        if (address.getRawFragment() != null) {
            throw Problem.of(ProblemType.INVALID_ADDRESS, "A number sign in an external id must be percent-encoded.");
        }
        var environment = resource.isGuarded() ? authentication.environment(exchange.getRequestHeaders()) : null;
        var query = Query.parse(address.getRawQuery(), resource.parameters());
        return resource.answer(new Call(found.variable(), query, environment, body));
    }

    /** Closes the connection where the client is still sending what nobody reads. */
    private static void send(HttpExchange exchange, Reply reply, boolean goesOn, String requestId) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set(RequestId.HEADER, requestId);
        headers.set("Cache-Control", "no-store");
        reply.headers().forEach(headers::set);
        if (!reply.mediaType().isEmpty()) {
            headers.set("Content-Type", reply.mediaType());
        }
        if (!goesOn) {
            headers.set("Connection", "close");
        }
        int length = reply.body().length;
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(length));
            exchange.sendResponseHeaders(reply.status(), -1);
        } else {
            exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
            try (var out = exchange.getResponseBody()) {
                out.write(reply.body());
            }
        }
    }

    /** The messages of the library hold no value of a document; whether others do is not known. */
    private static void log(String requestId, RuntimeException failure) {
        var what = failure instanceof ArchiveroException
                ? failure.toString()
                : failure.getClass().getName() + " at "
                        + List.of(failure.getStackTrace()).stream().findFirst();
        LOG.log(System.Logger.Level.WARNING, "request " + requestId + ": " + what);
    }
}
