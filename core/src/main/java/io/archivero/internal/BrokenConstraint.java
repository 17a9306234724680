package io.archivero.internal;

import io.archivero.JsonObject;
import io.archivero.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A constraint that a record breaks, in Jakarta Validation's words; becomes one in ours. */
record BrokenConstraint(ConstraintViolation<?> broken) {
    /** Before an upper-case letter that begins a word: {@code NotBlank}, {@code ISBNumber}. */
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    /** A value shorter than this is found in any message. */
    private static final int TELLING_LENGTH = 3;

    /** Tells whether it is about one of these components, or, if there are any, about the record as a whole. */
    boolean isAbout(Set<String> components) {
        if (components.isEmpty()) {
            return false;
        }
        var name = broken.getPropertyPath().iterator().next().getName();
        return name == null || components.contains(name);
    }

    /** Returns the violation; {@code root} points to the fields that the record was made of. */
    Violation violation(String root, JsonObject fields) {
        return new Violation(code(), pointer(root), message(fields));
    }

    private String code() {
        var name = broken.getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return WORD.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private String pointer(String root) {
        var pointer = root;
        for (var node : broken.getPropertyPath()) {
            pointer = step(pointer, node);
        }
        return pointer;
    }

    private static String step(String parent, Path.Node node) {
        var pointer = parent;
        // A node in a container carries its own place in there: index 0 of the street in addresses[0].street.
        if (node.getIndex() != null) {
            pointer = JsonPointers.child(pointer, node.getIndex());
        } else if (node.getKey() != null) {
            pointer = JsonPointers.child(pointer, node.getKey().toString());
        }
        // Other kinds have names of the validator's making, such as <list element>.
        return node.getKind() == ElementKind.PROPERTY && node.getName() != null
                ? JsonPointers.child(pointer, node.getName())
                : pointer;
    }

    private String message(JsonObject fields) {
        var message = broken.getMessage();
        var template = broken.getMessageTemplate();
        // What the annotation says word by word was written before there was a value.
        boolean fixed = template.equals(message)
                && template.equals(broken.getConstraintDescriptor().getMessageTemplate());
        if (!message.contains("${") && (fixed || !repeats(message, fields.asMap()))) {
            return message;
        }
        return "breaks the constraint " + code();
    }

    private static boolean repeats(String message, @Nullable Object json) {
        if (json instanceof Map<?, ?> object) {
            return object.values().stream().anyMatch(value -> repeats(message, value));
        }
        if (json instanceof Iterable<?> array) {
            for (var element : array) {
                if (repeats(message, element)) {
                    return true;
                }
            }
            return false;
        }
        if (json == null || json instanceof Boolean) {
            return false;
        }
        var text = json.toString();
        return text.length() >= TELLING_LENGTH && message.contains(text);
    }
}
