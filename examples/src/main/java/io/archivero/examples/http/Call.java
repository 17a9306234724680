package io.archivero.examples.http;

import io.archivero.Environment;
import io.archivero.wire.WireCodec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request, as far as a resource has to know it.
 *
 * @param variable what stands in the path where the template is open, as it was sent
 * @param query its parameters
 * @param caller where it works; null where no key is needed
 * @param body to be read by whoever wants it
 */
record Call(String variable, Query query, @Nullable Environment caller, RequestBody body) {
    static final String EXTENSIONS = "extensions";

    Environment environment() {
        return Objects.requireNonNull(caller, "a guarded resource has a caller");
    }

    /** Keys beyond those of the endpoint are read and written for those only who ask for them. */
    WireCodec codec() {
        return query.isOn(EXTENSIONS) ? WireCodec.withExtensions() : WireCodec.standard();
    }
}
