package io.archivero.wire;

import io.archivero.DocumentCategory;
import io.archivero.JsonObject;
import io.archivero.Scope;
import io.archivero.ViolationCodes;
import io.archivero.internal.CalendarDates;
import io.archivero.internal.CanonicalJson;
import io.archivero.internal.JsonAccess;
import io.archivero.internal.JsonNumbers;
import io.archivero.internal.JsonReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the value at which the parser stands, up to its last token, as the type that its attribute asks for. A JSON null is
 * an absent value; so is one that cannot be read, which becomes a fault.
 */
final class ValueReader {
    private static final int UUID_LENGTH = 36;
    private static final Map<String, Scope> SCOPES =
            Arrays.stream(Scope.values()).collect(Collectors.toUnmodifiableMap(Scope::name, Function.identity()));
    private static final Map<String, DocumentCategory> CATEGORIES = Arrays.stream(DocumentCategory.values())
            .collect(Collectors.toUnmodifiableMap(DocumentCategory::wireName, Function.identity()));
    private static final String CATEGORY_NAMES = Arrays.stream(DocumentCategory.values())
            .map(DocumentCategory::wireName)
            .collect(Collectors.joining(", "));

    private final JsonParser parser;
    private final ItemFaults faults;

    ValueReader(JsonParser parser, ItemFaults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    @Nullable String string() {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : absent("must be a string");
    }

    @Nullable UUID uuid() {
        return text(
                ValueReader::parseUuid,
                ViolationCodes.UUID,
                "must be a UUID of 32 hexadecimal digits and four hyphens");
    }

    @Nullable LocalDate date() {
        return text(CalendarDates::parse, ViolationCodes.DATE, "must be a date of the calendar in the form 2023-12-25");
    }

    @Nullable Scope scope() {
        return text(SCOPES::get, ViolationCodes.NOT_ALLOWED, "must be MX or US");
    }

    @Nullable DocumentCategory category() {
        return text(CATEGORIES::get, ViolationCodes.NOT_ALLOWED, "must be one of " + CATEGORY_NAMES);
    }

    /** Reads a number by its value: {@code 5}, {@code 5.0} and {@code 5e0} are the same. */
    @Nullable Long wholeNumber() {
        if (!parser.currentToken().isNumeric()) {
            return absent("must be a whole number");
        }
        var number = JsonNumbers.parse(parser.getString());
        if (!JsonNumbers.isWhole(number)) {
            return absent("must be a whole number");
        }
        var value = JsonNumbers.longValue(number);
        if (value == null) {
            faults.add(ViolationCodes.RANGE, "must lie between -(2^63) and 2^63 - 1");
        }
        return value;
    }

    /**
     * Reads an object with all its faults. What is nested too deep is passed over, and of a duplicate key the first value is
     * taken: the item will be refused, but its other faults can still be found.
     */
    @Nullable JsonObject object() {
        return parser.currentToken() == JsonToken.START_OBJECT
                ? JsonAccess.wrap(CanonicalJson.of(JsonReader.readObject(parser, faults)))
                : absent("must be an object");
    }

    private <T> @Nullable T text(Function<String, @Nullable T> parse, String code, String message) {
        var text = string();
        var value = text == null ? null : parse.apply(text);
        if (text != null && value == null) {
            faults.add(code, message);
        }
        return value;
    }

    private <T> @Nullable T absent(String message) {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            faults.add(ViolationCodes.TYPE, message);
            parser.skipChildren();
        }
        return null;
    }

    private static @Nullable UUID parseUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return null;
        }
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? uuid : null; // Java also takes groups of other lengths
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
