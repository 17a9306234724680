package io.archivero.testkit.history;

import io.archivero.Document;
import io.archivero.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What each writer leaves in a document, so that a state that nobody acknowledged can be told from one that nobody wrote: a stamp in the
 * metadata for an upsert, the name of the reviewer for a review, the storage path for a file. Texts of letters, digits, dots and
 * hyphens.
 */
public final class Marks {
    /** The mark of a document without a file, as {@code detachFile} leaves it. */
    public static final String NO_FILE = "no-file";

    private static final String STAMP = "stamp";

    private Marks() {}

    /** Returns the metadata of an item that carries a stamp. */
    public static JsonObject stamp(String mark) {
        return JsonObject.of(Map.of(STAMP, mark));
    }

    static Set<String> of(Document document) {
        var marks = new HashSet<String>();
        if (document.metadata().asMap().get(STAMP) instanceof String stamp) {
            marks.add(stamp);
        }
        if (document.reviewedBy() != null) {
            marks.add(document.reviewedBy());
        }
        marks.add(document.storagePath() == null ? NO_FILE : document.storagePath());
        return marks;
    }
}
