package io.archivero.examples.http;

import com.sun.net.httpserver.Headers;
import io.archivero.Environment;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out in which environment a request works, and whether its key allows that. */
final class Authentication {
    private static final String CHALLENGE = "Bearer realm=\"archivero\"";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

    private final Keys keys;

    Authentication(Keys keys) {
        this.keys = keys;
    }

    /**
     * Returns the environment that {@code X-Environment} names. Without that header it is the one for which the key is; a key
     * for both must say, because nothing here is guessed.
     */
    Environment environment(Headers headers) {
        var key = key(headers);
        var environment = named(headers).orElseGet(() -> onlyOne(key));
        if (!key.environments().contains(environment)) {
            throw Problem.with(
                    ProblemType.WRONG_ENVIRONMENT,
                    "The key may not be used in " + environment.wireName() + ".",
                    "WWW-Authenticate",
                    CHALLENGE + ", error=\"insufficient_scope\"");
        }
        return environment;
    }

    private Keys.Key key(Headers headers) {
        var sent = headers.getOrDefault("Authorization", List.of());
        if (sent.isEmpty()) {
            throw unauthorized("The header Authorization must be: Bearer, a space, a key.", CHALLENGE);
        }
        var bearer = BEARER.matcher(sent.get(0));
        if (sent.size() > 1 || !bearer.matches()) {
            throw unauthorized(
                    "The header Authorization must be there once, as: Bearer, a space, a key.",
                    CHALLENGE + ", error=\"invalid_request\"");
        }
        return keys.find(bearer.group(1))
                .orElseThrow(() -> unauthorized("The key is not known.", CHALLENGE + ", error=\"invalid_token\""));
    }

    private static Problem unauthorized(String detail, String challenge) {
        return Problem.with(ProblemType.UNAUTHORIZED, detail, "WWW-Authenticate", challenge);
    }

    private static Optional<Environment> named(Headers headers) {
        var sent = headers.getOrDefault("X-Environment", List.of());
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        for (var environment : Environment.values()) {
            if (sent.equals(List.of(environment.wireName()))) {
                return Optional.of(environment);
            }
        }
        throw Problem.of(ProblemType.INVALID_HEADER, "The header X-Environment must be test or live, once.");
    }

    private static Environment onlyOne(Keys.Key key) {
        if (key.environments().size() != 1) {
            throw Problem.of(
                    ProblemType.INVALID_HEADER,
                    "The key is for more than one environment: the header X-Environment must be test or live.");
        }
        return key.environments().iterator().next();
    }
}
