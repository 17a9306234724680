package io.archivero.testkit;

import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents of which every value can be recognized wherever it turns up. */
final class Marked {
    /** Part of every text. */
    static final String WORD = "geheimnis";

    static final UUID CLIENT = UUID.fromString("5ec2e757-0000-4000-8000-5ec2e75ec2e7");
    private static final long SIZE = 57_310_573_105L;
    /** The type of documents that a rule of the host's refuses. */
    static final String FORBIDDEN = WORD + "-verboten";
    /** The external id of a document that the host writes itself. */
    static final String HOST = WORD + " of the host";

    private static final List<String> MARKS = List.of(WORD, CLIENT.toString(), Long.toString(SIZE));

    private Marked() {}

    /** Starts an item. */
    static DocumentUpsert.Builder item(String name) {
        return DocumentUpsert.builder(WORD + " " + name)
                .clientId(CLIENT)
                .scope(Scope.MX)
                .type(WORD)
                .contentType("image/jpeg")
                .filename(WORD + ".jpg")
                .size(SIZE)
                .storagePath(WORD + "/" + name)
                .fields(JsonObject.parse("{\"curp\":\"" + WORD + "\",\"n\":" + SIZE + "}"))
                .metadata(JsonObject.parse("{\"note\":[\"" + WORD + "\"]}"));
    }

    /** Returns the external id of an item. */
    static String key(String name) {
        return WORD + " " + name;
    }

    /** Tells whether a text holds a value. */
    static boolean inText(@Nullable Object text) {
        var lower = String.valueOf(text).toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(lower::contains);
    }

    /** Tells whether an exception holds a value anywhere: in a message, its causes, what it suppressed. */
    static boolean inException(Throwable thrown) {
        return inException(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean inException(Throwable thrown, Set<Throwable> seen) {
        if (!seen.add(thrown)) {
            return false;
        }
        var cause = thrown.getCause();
        return inText(thrown.toString())
                || inText(thrown.getMessage())
                || cause != null && inException(cause, seen)
                || List.of(thrown.getSuppressed()).stream().anyMatch(each -> inException(each, seen));
    }
}
