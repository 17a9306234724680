package io.archivero.internal;

import io.archivero.InvalidJsonException;
import io.archivero.InvalidJsonException.Code;
import io.archivero.Limits;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into sorted, unmodifiable maps and lists, numbers digit by digit. Jackson does the lexing, with its own limits
 * out of the way: Archivero's are held against the finished value, so that a refusal can name the place.
 */
public final class JsonReader {
    /** The lexer of the library, for the wire format too. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Keys are the caller's: a table of all that ever came would only grow, and could be made to collide.
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    /** What becomes of the faults that are not the lexer's: told where the parser stands, each may throw, or let reading go on. */
    public interface Faults {
        /** A key occurs again in its object. If reading goes on, its value is read, but the first one stands. */
        void duplicateKey();

        /** An object or array begins too deep. If reading goes on, it is passed over and counts as empty. */
        void tooDeep();
    }

    private final JsonParser parser;
    private final Faults faults;

    private JsonReader(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** Opens a text. */
    public static JsonParser parser(String json) {
        return EscapeReader.isNeededFor(json)
                ? parser(new StringReader(json))
                : FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    /** Opens a stream of text, which closing the parser leaves open. */
    public static JsonParser parser(Reader json) {
        return FACTORY.createParser(ObjectReadContext.empty(), new EscapeReader(json));
    }

    /**
     * Reads a text that must be one JSON object and nothing else.
     *
     * @throws InvalidJsonException if it is not
     */
    public static Map<String, @Nullable Object> read(String json) {
        try (var parser = parser(json)) {
            if (begin(parser) != JsonToken.START_OBJECT) {
                // Only a text that is JSON all the way is "not an object".
                parser.skipChildren();
                end(parser);
                throw new InvalidJsonException(Code.NOT_AN_OBJECT, 0);
            }
            var object = readObject(parser, new FirstFault(parser));
            end(parser);
            return object;
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    /**
     * Reads the object at whose opening brace the parser stands, up to its closing brace.
     *
     * @throws JacksonException for what is not JSON
     */
    public static Map<String, @Nullable Object> readObject(JsonParser parser, Faults faults) {
        return new JsonReader(parser, faults).object(1);
    }

    /**
     * Moves to the first token of a text.
     *
     * @throws InvalidJsonException if there is none
     */
    public static JsonToken begin(JsonParser parser) {
        var token = parser.nextToken();
        if (token == null) {
            throw new InvalidJsonException(Code.SYNTAX, parser.currentLocation().getCharOffset());
        }
        return token;
    }

    /**
     * Makes sure that nothing follows.
     *
     * @throws InvalidJsonException if something does
     */
    public static void end(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new InvalidJsonException(Code.SYNTAX, offset(parser));
        }
    }

    /** Returns what a lexer's complaint means. Its message repeats the text, so neither it nor the exception is kept. */
    public static InvalidJsonException syntax(JacksonException e) {
        var location = e.getLocation();
        return new InvalidJsonException(Code.SYNTAX, location == null ? -1 : location.getCharOffset());
    }

    private Map<String, @Nullable Object> object(int depth) {
        if (isTooDeep(depth)) {
            return Map.of();
        }
        var object = new TreeMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            boolean again = object.containsKey(key);
            if (again) {
                faults.duplicateKey();
            }
            var value = value(parser.nextToken(), depth + 1);
            if (!again) {
                object.put(key, value);
            }
        }
        return Collections.unmodifiableMap(object);
    }

    private List<@Nullable Object> array(int depth) {
        if (isTooDeep(depth)) {
            return List.of();
        }
        var array = new ArrayList<@Nullable Object>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, depth + 1));
        }
        return Collections.unmodifiableList(array);
    }

    private @Nullable Object value(JsonToken token, int depth) {
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonNumbers.parse(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new InvalidJsonException(Code.SYNTAX, offset(parser));
        };
    }

    /** Passes over what is too deep without recursion: there may be 100,000 levels more. */
    private boolean isTooDeep(int depth) {
        if (depth <= Limits.PARSER_DEPTH) {
            return false;
        }
        faults.tooDeep();
        parser.skipChildren();
        return true;
    }

    private static long offset(JsonParser parser) {
        return parser.currentTokenLocation().getCharOffset();
    }

    /** Throws at the first fault. */
    private record FirstFault(JsonParser parser) implements Faults {
        @Override
        public void duplicateKey() {
            throw new InvalidJsonException(Code.DUPLICATE_KEY, offset(parser));
        }

        @Override
        public void tooDeep() {
            throw new InvalidJsonException(Code.TOO_DEEP, offset(parser));
        }
    }
}
