package io.archivero.examples.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds values against schemas, as far as the description uses the language; what it does not know is a defect of the test. */
final class JsonSchema {
    private static final Set<String> SAYING_NOTHING = Set.of("description", "default");

    private final Map<String, ?> document;
    private final List<String> faults = new ArrayList<>();

    private JsonSchema(Map<String, ?> document) {
        this.document = document;
    }

    /** Returns what is wrong with the value, place by place; nothing if it fits. */
    static List<String> faults(Map<String, ?> document, Object schema, @Nullable Object value) {
        var check = new JsonSchema(document);
        check.check("", schema, value);
        return check.faults;
    }

    /** Returns what a {@code $ref} of the document points to, or the object itself. */
    @SuppressWarnings("unchecked")
    static Map<String, ?> resolve(Map<String, ?> document, Object object) {
        var map = (Map<String, ?>) object;
        var ref = map.get("$ref");
        if (ref == null) {
            return map;
        }
        Object target = document;
        for (var step : ((String) ref).substring(2).split("/")) {
            target = Objects.requireNonNull(((Map<String, ?>) target).get(step), () -> ref + " leads nowhere");
        }
        return resolve(document, target);
    }

    private void check(String place, Object schemaOrRef, @Nullable Object value) {
        var schema = resolve(document, schemaOrRef);
        schema.forEach((keyword, argument) -> {
            if (!SAYING_NOTHING.contains(keyword)) {
                check(place, keyword, argument, schema, value);
            }
        });
    }

    private void check(String place, String keyword, Object argument, Map<String, ?> schema, @Nullable Object value) {
        switch (keyword) {
            case "type" -> require(isOfType(argument, value), place + " is not of type " + argument);
            case "const" -> require(argument.equals(value), place + " is not " + argument);
            case "enum" -> require(((List<?>) argument).contains(value), place + " is none of " + argument);
            case "oneOf" -> checkOneOf(place, (List<?>) argument, value);
            case "required", "properties", "additionalProperties" -> {
                if (value instanceof Map<?, ?> object) {
                    checkObject(place, keyword, argument, schema, object);
                }
            }
            case "items", "minItems", "maxItems" -> {
                if (value instanceof List<?> array) {
                    checkArray(place, keyword, argument, array);
                }
            }
            case "pattern", "format", "minLength", "maxLength" -> {
                if (value instanceof String text) {
                    require(textFits(keyword, argument, text), place + " breaks " + keyword + " " + argument);
                }
            }
            case "minimum" -> {
                if (value instanceof Number) {
                    require(number(value).compareTo(number(argument)) >= 0, place + " is below " + argument);
                }
            }
            case "maximum" -> {
                if (value instanceof Number) {
                    require(number(value).compareTo(number(argument)) <= 0, place + " is above " + argument);
                }
            }
            default -> throw new AssertionError("a keyword that the test does not know: " + keyword);
        }
    }

    private void checkObject(String place, String keyword, Object argument, Map<String, ?> schema, Map<?, ?> object) {
        var properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
        switch (keyword) {
            case "required" ->
                ((List<?>) argument)
                        .forEach(key -> require(object.containsKey(key), place + "/" + key + " is missing"));
            case "properties" ->
                properties.forEach((key, property) -> {
                    if (object.containsKey(key)) {
                        check(place + "/" + key, property, object.get(key));
                    }
                });
            default -> {
                require(argument.equals(false), "additionalProperties is something else than false");
                object.keySet()
                        .forEach(key -> require(properties.containsKey(key), place + "/" + key + " is too much"));
            }
        }
    }

    private void checkArray(String place, String keyword, Object argument, List<?> array) {
        switch (keyword) {
            case "minItems" -> require(array.size() >= number(argument).intValue(), place + " has too few items");
            case "maxItems" -> require(array.size() <= number(argument).intValue(), place + " has too many items");
            default -> {
                for (int i = 0; i < array.size(); i++) {
                    check(place + "/" + i, argument, array.get(i));
                }
            }
        }
    }

    private void checkOneOf(String place, List<?> schemas, @Nullable Object value) {
        long fitting = schemas.stream()
                .filter(schema -> faults(document, schema, value).isEmpty())
                .count();
        require(fitting == 1, place + " fits " + fitting + " of several, not one");
    }

    private static boolean isOfType(Object type, @Nullable Object value) {
        if (type instanceof List<?> several) {
            return several.stream().anyMatch(one -> isOfType(one, value));
        }
        return switch ((String) type) {
            case "null" -> value == null;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "integer" ->
                value instanceof Number && number(value).stripTrailingZeros().scale() <= 0;
            default -> throw new AssertionError("a type that the test does not know: " + type);
        };
    }

    private static boolean textFits(String keyword, Object argument, String text) {
        int length = text.codePointCount(0, text.length());
        return switch (keyword) {
            case "pattern" -> text.matches((String) argument);
            case "minLength" -> length >= number(argument).intValue();
            case "maxLength" -> length <= number(argument).intValue();
            default -> isOfFormat((String) argument, text);
        };
    }

    private static boolean isOfFormat(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
                case "date" -> LocalDate.parse(text).toString().equals(text);
                case "date-time" -> text.endsWith("Z") && Instant.parse(text).isBefore(Instant.MAX);
                default -> throw new AssertionError("a format that the test does not know: " + format);
            };
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
