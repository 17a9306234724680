package io.archivero.testkit;

import io.archivero.testkit.JsonSample.Literal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ways to write the same JSON: as short as possible, with white space everywhere, with every character escaped. */
enum JsonText {
    SHORT(""),
    SPACED(" \n\t\r"),
    ESCAPED("");

    private final String space;

    JsonText(String space) {
        this.space = space;
    }

    String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> write(entry.getKey()) + space + ":" + write(entry.getValue()))
                    .collect(Collectors.joining(",", space + "{" + space, space + "}" + space));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::write).collect(Collectors.joining(",", space + "[", "]" + space));
        }
        if (value instanceof String text) {
            return space + "\"" + text.chars().mapToObj(this::unit).collect(Collectors.joining()) + "\"";
        }
        return space + ((Literal) value).text() + space;
    }

    /** What JSON has to escape is escaped in any case; a surrogate only together with the other half of its pair. */
    private String unit(int unit) {
        boolean must = unit < ' ' || unit == '"' || unit == '\\';
        if (!must && this != ESCAPED) {
            return String.valueOf((char) unit);
        }
        var hex = Integer.toHexString(0x10000 | unit).substring(1);
        return "\\u" + hex;
    }
}
