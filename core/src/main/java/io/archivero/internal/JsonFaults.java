package io.archivero.internal;

import io.archivero.JsonObject;
import io.archivero.Limits;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import java.util.ArrayDeque;
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
    private final String path;
    private final Consumer<Violation> violations;
    private int found;
    /** The keys and indexes that lead from the path to where the walk is: a pointer is only made of them for a fault. */
    private final ArrayDeque<Object> steps = new ArrayDeque<>();

    private JsonFaults(Limits limits, String path, Consumer<Violation> violations) {
        this.limits = limits;
        this.path = path;
        this.violations = violations;
    }

    /** Reports whatever in the object is beyond the limits or cannot be stored; {@code path} points to the object. */
    static void check(JsonObject object, Limits limits, String path, Consumer<Violation> violations) {
        var json = JsonAccess.open(object);
        if (json.facts().within(limits)) {
            return;
        }
        var faults = new JsonFaults(limits, path, violations);
        if (json.facts().bytes() > limits.maxJsonBytes()) {
            faults.add(ViolationCodes.JSON_SIZE, "must have at most " + limits.maxJsonBytes() + " bytes as JSON");
        }
        faults.object(json.map());
    }

    private void object(Map<?, ?> object) {
        if (isTooDeep()) {
            return;
        }
        for (var entry : object.entrySet()) {
            if (isEnough()) {
                return;
            }
            steps.addLast(entry.getKey());
            text((String) entry.getKey());
            value(entry.getValue());
            steps.removeLast();
        }
    }

    private void array(List<?> array) {
        if (isTooDeep()) {
            return;
        }
        for (int i = 0; i < array.size() && !isEnough(); i++) {
            steps.addLast(i);
            value(array.get(i));
            steps.removeLast();
        }
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        }
    }

    private void text(String text) {
        if (!Texts.isStorable(text)) {
            found++;
            Texts.checkStorable(text, pointer(), violations);
        }
    }

    private void number(Number number) {
        if (JsonNumbers.digits(number) > limits.maxNumberDigits()) {
            add(ViolationCodes.NUMBER_DIGITS, "must have at most " + limits.maxNumberDigits() + " significant digits");
        }
        if (JsonNumbers.exponent(number) > limits.maxNumberExponent()) {
            add(ViolationCodes.NUMBER_EXPONENT, "must have a decimal exponent within " + limits.maxNumberExponent());
        }
    }

    /** There is one step less than there are levels. */
    private boolean isTooDeep() {
        if (steps.size() < limits.maxDepth()) {
            return false;
        }
        add(ViolationCodes.JSON_DEPTH, "must nest at most " + limits.maxDepth() + " levels deep");
        return true;
    }

    /** No more are reported: to go on would make pointers for nothing, each longer than the value that it points to. */
    private boolean isEnough() {
        return found >= ItemValidator.MOST_VIOLATIONS;
    }

    private void add(String code, String message) {
        found++;
        violations.accept(new Violation(code, pointer(), message));
    }

    private String pointer() {
        return JsonPointers.below(path, steps);
    }
}
