package io.archivero.internal;

import io.archivero.JsonObject;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The door between {@link JsonObject} and what is inside it, so that no internal type stands in a public signature. */
public final class JsonAccess {
    private static @Nullable Function<CanonicalJson, JsonObject> wrapper;
    private static @Nullable Function<JsonObject, CanonicalJson> opener;

    private JsonAccess() {}

    /** Called once, by the static initializer of {@link JsonObject}. */
    public static void register(Function<CanonicalJson, JsonObject> wrap, Function<JsonObject, CanonicalJson> open) {
        wrapper = wrap;
        opener = open;
    }

    /** Returns the public form of a value. */
    public static JsonObject wrap(CanonicalJson value) {
        if (wrapper == null) {
            Objects.requireNonNull(JsonObject.EMPTY); // initializes the class, which registers
        }
        return Objects.requireNonNull(wrapper).apply(value);
    }

    /** Returns what is inside. */
    public static CanonicalJson open(JsonObject object) {
        return Objects.requireNonNull(opener).apply(object);
    }
}
