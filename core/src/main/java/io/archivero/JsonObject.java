package io.archivero;

import io.archivero.internal.CanonicalJson;
import io.archivero.internal.JavaValues;
import io.archivero.internal.JsonAccess;
import io.archivero.internal.JsonReader;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object value, safe for use by many threads.
 *
 * <p>Two are equal when they say the same: the order of keys and white space do not count, and numbers compare by value
 * ({@code 1}, {@code 1.0} and {@code 1e0} are one number). {@code toString} shows no content.
 *
 * <p>Anything that is one JSON object is held, down to the last digit of a number, even what a repository will refuse (see
 * {@link Limits}): that is judged item by item, in the batch.
 */
public final class JsonObject {
    static {
        JsonAccess.register(JsonObject::new, object -> object.value);
    }

    /** The object without keys. */
    public static final JsonObject EMPTY = new JsonObject(CanonicalJson.of(Map.of()));

    private final CanonicalJson value;

    private JsonObject(CanonicalJson value) {
        this.value = value;
    }

    /**
     * Reads one JSON object (RFC 8259).
     *
     * @throws InvalidJsonException if the text is anything else, has a duplicate key, or nests deeper than
     *     {@link Limits#PARSER_DEPTH} levels
     */
    public static JsonObject parse(String json) {
        return new JsonObject(CanonicalJson.of(JsonReader.read(Objects.requireNonNull(json, "json"))));
    }

    /**
     * Copies a map of strings, numbers, booleans, nulls, iterables, arrays of objects, {@code JsonObject}s and further maps
     * with string keys. A {@code double} or {@code float} stands for its shortest decimal form.
     *
     * @throws InvalidJsonException if a value has no JSON form, a key is not a string, or it nests too deep (or in a cycle)
     */
    public static JsonObject of(Map<String, ?> values) {
        return new JsonObject(CanonicalJson.of(JavaValues.copy(Objects.requireNonNull(values, "values"))));
    }

    /** Returns the canonical text: keys sorted by UTF-16 code units, no white space, numbers in one form each. */
    public String json() {
        return value.text();
    }

    /**
     * Returns the content as an unmodifiable map in the order of the keys: values are {@code String}, {@code Boolean},
     * {@code null}, {@code List}, {@code Map}, and for numbers {@code BigDecimal}. A number of more than
     * 1,000 significant digits, or with an exponent beyond 1,000,000, is another {@code Number} whose {@code toString} is its JSON.
     */
    public Map<String, @Nullable Object> asMap() {
        return value.map();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject that && value.isSame(that.value);
    }

    @Override
    public int hashCode() {
        return json().hashCode();
    }

    @Override
    public String toString() {
        return "JsonObject[" + json().length() + " characters]";
    }
}
