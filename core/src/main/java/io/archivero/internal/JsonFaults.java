package io.archivero.internal;

import io.archivero.JsonObject;
import io.archivero.Limits;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds a JSON object against the limits. A good one costs a look at its {@link JsonFacts}; only a bad one is walked, to name
 * the places.
 */
final class JsonFaults {
    private final Limits limits;
    private final Consumer<Violation> violations;

    private JsonFaults(Limits limits, Consumer<Violation> violations) {
        this.limits = limits;
        this.violations = violations;
    }

    /** Reports whatever in the object is beyond the limits or cannot be stored; {@code path} points to the object. */
    static void check(JsonObject object, Limits limits, String path, Consumer<Violation> violations) {
        var json = JsonAccess.open(object);
        if (json.facts().within(limits)) {
            return;
        }
        if (json.facts().bytes() > limits.maxJsonBytes()) {
            violations.accept(new Violation(
                    ViolationCodes.JSON_SIZE, path, "must have at most " + limits.maxJsonBytes() + " bytes as JSON"));
        }
        new JsonFaults(limits, violations).object(json.map(), 1, path);
    }

    private void object(Map<?, ?> object, int depth, String path) {
        if (tooDeep(depth, path)) {
            return;
        }
        object.forEach((key, value) -> {
            var place = JsonPointers.child(path, (String) key);
            Texts.checkStorable((String) key, place, violations);
            value(value, depth + 1, place);
        });
    }

    private void value(@Nullable Object value, int depth, String path) {
        if (value instanceof String text) {
            Texts.checkStorable(text, path, violations);
        } else if (value instanceof Number number) {
            number(number, path);
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth, path);
        } else if (value instanceof List<?> list) {
            array(list, depth, path);
        }
    }

    private void array(List<?> array, int depth, String path) {
        if (tooDeep(depth, path)) {
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            value(array.get(i), depth + 1, JsonPointers.child(path, i));
        }
    }

    private void number(Number number, String path) {
        if (JsonNumbers.digits(number) > limits.maxNumberDigits()) {
            violations.accept(new Violation(
                    ViolationCodes.NUMBER_DIGITS,
                    path,
                    "must have at most " + limits.maxNumberDigits() + " significant digits"));
        }
        if (JsonNumbers.exponent(number) > limits.maxNumberExponent()) {
            violations.accept(new Violation(
                    ViolationCodes.NUMBER_EXPONENT,
                    path,
                    "must have a decimal exponent within " + limits.maxNumberExponent()));
        }
    }

    private boolean tooDeep(int depth, String path) {
        if (depth <= limits.maxDepth()) {
            return false;
        }
        violations.accept(new Violation(
                ViolationCodes.JSON_DEPTH, path, "must nest at most " + limits.maxDepth() + " levels deep"));
        return true;
    }
}
