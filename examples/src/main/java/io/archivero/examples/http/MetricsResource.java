package io.archivero.examples.http;

/** {@code GET /metrics}: counters. */
final class MetricsResource implements Resource {
    private final Counters counters;
    private final InProgress inProgress;

    MetricsResource(Counters counters, InProgress inProgress) {
        this.counters = counters;
        this.inProgress = inProgress;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String template() {
        return "/metrics";
    }

    @Override
    public Reply answer(Call call) {
        return Reply.text("text/plain; version=0.0.4; charset=utf-8", counters.text(inProgress.count()));
    }
}
