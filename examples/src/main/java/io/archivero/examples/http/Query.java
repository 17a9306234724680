package io.archivero.examples.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters after the question mark. Unknown ones are refused: a question mark in an external id has to be encoded. */
final class Query {
    private final Map<String, String> parameters = new HashMap<>();

    private Query() {}

    static Query parse(@Nullable String raw, Set<String> known) {
        var query = new Query();
        if (raw != null) {
            for (var pair : raw.split("&", -1)) {
                query.add(pair, known);
            }
        }
        return query;
    }

    private void add(String pair, Set<String> known) {
        int equals = pair.indexOf('=');
        var name = PercentText.decode(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : PercentText.decode(pair.substring(equals + 1));
        if (!known.contains(name)) {
            throw Problem.of(
                    ProblemType.INVALID_ADDRESS,
                    "The address has an unknown query parameter; a question mark in an external id must be percent-encoded.");
        }
        if (parameters.put(name, value) != null) {
            throw Problem.of(ProblemType.INVALID_ADDRESS, "The query parameter " + name + " occurs twice.");
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Returns a parameter that is a switch: off unless it says {@code true}. */
    boolean isOn(String name) {
        return switch (parameters.getOrDefault(name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.of(
                        ProblemType.INVALID_ADDRESS, "The query parameter " + name + " must be true or false.");
        };
    }
}
