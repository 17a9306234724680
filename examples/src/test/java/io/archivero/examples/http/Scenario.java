package io.archivero.examples.http;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A request to an endpoint in a certain state, and the answer that it must get.
 *
 * @param name what is special about it
 * @param template of the resource
 * @param request what is sent
 * @param setUp brings a new endpoint into that state
 * @param status that must come back
 * @param problem that must come back; empty for none
 */
record Scenario(
        String name,
        String template,
        Request request,
        Consumer<RunningEndpoint> setUp,
        int status,
        Optional<ProblemType> problem) {

    static Scenario of(String name, String template, Request request, int status) {
        return new Scenario(name, template, request, endpoint -> {}, status, Optional.empty());
    }

    static Scenario of(String name, String template, Request request, ProblemType problem) {
        return new Scenario(name, template, request, endpoint -> {}, problem.status(), Optional.of(problem));
    }

    Scenario given(Consumer<RunningEndpoint> setUp) {
        return new Scenario(name, template, request, setUp, status, problem);
    }

    /** Returns the same with HEAD, which must get the same answer without a body. */
    Scenario asHead() {
        return new Scenario(name + " (HEAD)", template, request.method("HEAD"), setUp, status, problem);
    }
}
