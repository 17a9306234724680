package io.archivero;

import java.util.regex.Pattern;

/** The grammar of RFC 8259, written down a second time and as simply as can be, to judge texts independently of any library. */
public final class JsonGrammar {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern STRING =
            Pattern.compile("\"([^\"\\\\\\x00-\\x1f]|\\\\([\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"");
    private static final Pattern LITERAL = Pattern.compile("true|false|null");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*");

    private final String text;
    private int at;

    private JsonGrammar(String text) {
        this.text = text;
    }

    /** Tells whether the text is one JSON value. */
    public static boolean isValue(String text) {
        var grammar = new JsonGrammar(text);
        return grammar.value() && grammar.at == text.length();
    }

    /** Tells whether the text is one JSON object. */
    public static boolean isObject(String text) {
        return isValue(text) && SPACE.matcher(text).replaceFirst("").startsWith("{");
    }

    private boolean value() {
        take(SPACE);
        boolean found = take("{")
                ? members("}", true)
                : take("[") ? members("]", false) : take(STRING) || take(NUMBER) || take(LITERAL);
        take(SPACE);
        return found;
    }

    private boolean members(String end, boolean keys) {
        take(SPACE);
        if (take(end)) {
            return true;
        }
        do {
            if (keys && !key() || !value()) {
                return false;
            }
        } while (take(","));
        return take(end);
    }

    private boolean key() {
        take(SPACE);
        boolean found = take(STRING);
        take(SPACE);
        return found && take(":");
    }

    private boolean take(String token) {
        boolean found = text.startsWith(token, at);
        at += found ? token.length() : 0;
        return found;
    }

    private boolean take(Pattern token) {
        var matcher = token.matcher(text).region(at, text.length());
        boolean found = matcher.lookingAt();
        at = found ? matcher.end() : at;
        return found;
    }
}
