package io.archivero.examples.http;

import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code GET /openapi.json}: what all the resources are, for machines. */
final class DescriptionResource implements Resource {
    private final byte[] description = read();

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String template() {
        return "/openapi.json";
    }

    @Override
    public Reply answer(Call call) {
        return Reply.json(description);
    }

    static byte[] read() {
        try (var in = DescriptionResource.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
