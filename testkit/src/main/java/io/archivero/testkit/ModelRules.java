package io.archivero.testkit;

import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which items are good, said a second time: at the default limits, with the built-in types, at the basic level. */
final class ModelRules {
    private static final Set<String> CONTENT_TYPES = Set.of("image/jpeg", "image/png", "image/webp", "application/pdf");
    private static final Set<String> CARD_YEARS = Set.of("registrationYear", "issueYear", "expirationYear");
    private static final Set<String> CARD_TEXTS = Set.of(
            "claveElector",
            "curp",
            "fullName",
            "paternalSurname",
            "maternalSurname",
            "givenNames",
            "birthState",
            "street",
            "exteriorNumber",
            "interiorNumber",
            "neighborhood",
            "municipality",
            "state",
            "postalCode",
            "section");

    private ModelRules() {}

    static boolean isGood(DocumentUpsert item) {
        return item.violations().isEmpty()
                && item.clientId() != null
                && item.scope() != null
                && item.type() != null
                && item.type().matches("[a-z0-9_-]{1,64}")
                && isText(item.externalId(), 255)
                && isGoodFile(item)
                && (item.expiresAt() == null || isCommonYear(item.expiresAt().getYear()))
                && (item.expectedVersion() == null || item.expectedVersion() >= 0)
                && (item.sourceVersion() == null || item.sourceVersion() >= 0)
                && isGoodJson(item.fields())
                && isGoodJson(item.metadata())
                && (item.scope() != Scope.MX
                        || !item.type().equals("ine")
                        || isVoterCard(item.fields().asMap()));
    }

    private static boolean isCommonYear(int year) {
        return year >= 1 && year <= 9999;
    }

    private static boolean isGoodFile(DocumentUpsert item) {
        return (item.filename() == null || isFilename(item.filename()))
                && (item.contentType() == null || CONTENT_TYPES.contains(item.contentType()))
                && (item.size() == null || item.size() >= 0)
                && (item.storagePath() == null || isText(item.storagePath(), 1_024));
    }

    private static boolean isFilename(String text) {
        return isText(text, 255) && text.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    private static boolean isText(@Nullable String text, int most) {
        return text != null && !text.isEmpty() && text.codePointCount(0, text.length()) <= most && isStorable(text);
    }

    private static boolean isStorable(String text) {
        return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isGoodJson(JsonObject json) {
        return json.json().getBytes(StandardCharsets.UTF_8).length <= 65_536 && isGood(json.asMap(), 1);
    }

    private static boolean isGood(@Nullable Object value, int level) {
        if (value instanceof Map<?, ?> map) {
            return level <= 64
                    && map.keySet().stream().allMatch(key -> isStorable((String) key))
                    && map.values().stream().allMatch(each -> isGood(each, level + 1));
        } else if (value instanceof List<?> list) {
            return level <= 64 && list.stream().allMatch(each -> isGood(each, level + 1));
        } else if (value instanceof Number number) {
            return isGoodNumber(number.toString());
        }
        return !(value instanceof String text) || isStorable(text);
    }

    private static boolean isGoodNumber(String text) {
        try {
            var number = new BigDecimal(text).stripTrailingZeros();
            long exponent = (long) number.precision() - number.scale() - 1;
            return number.precision() <= 100 && Math.abs(exponent) <= 1_000;
        } catch (NumberFormatException e) {
            return false; // an exponent beyond the range of int
        }
    }

    private static boolean isVoterCard(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .allMatch(field -> field.getValue() == null || isCardValue(field.getKey(), field.getValue()));
    }

    private static boolean isCardValue(String key, Object value) {
        if (CARD_YEARS.contains(key)) {
            return value instanceof BigDecimal number
                    && number.stripTrailingZeros().scale() <= 0;
        } else if (key.equals("dateOfBirth")) {
            return value instanceof String text && isDate(text);
        }
        return !CARD_TEXTS.contains(key)
                || (value instanceof String text && text.codePointCount(0, text.length()) <= 255);
    }

    private static boolean isDate(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
