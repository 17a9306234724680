package io.archivero.internal;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;

/** Turns JSON values, as {@link JsonReader} makes them, into values of one Java type. */
@FunctionalInterface
interface Decoder {
    /** The maps that a JSON object is by itself. */
    Set<String> ANY_MAP = Set.of(
            "java.util.Map", "java.util.Map<java.lang.String, ?>", "java.util.Map<java.lang.String, java.lang.Object>");

    /** Returns the Java value of a JSON value that is not null, or a {@link Misfit}. */
    Object decode(Object json);

    /** Returns the decoder for a type. */
    static Decoder of(Type type) {
        if (ANY_MAP.contains(type.getTypeName())) {
            return json -> json instanceof Map<?, ?> ? json : Misfit.type("must be an object");
        }
        var scalar = type instanceof Class<?> simple ? ScalarDecoders.find(simple) : null;
        return scalar != null ? scalar : new JacksonDecoder(type);
    }
}
