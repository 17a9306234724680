package io.archivero.spi;

import io.archivero.JsonObject;
import io.archivero.internal.CanonicalJson;
import io.archivero.internal.JsonAccess;
import java.util.Objects;

/** Brings JSON back from a store. */
public final class StoredJson {
    private StoredJson() {}

    /** Returns the object whose {@link JsonObject#json()} was stored, without reading the text before somebody asks for it. */
    public static JsonObject of(String canonicalText) {
        return JsonAccess.wrap(CanonicalJson.trusted(Objects.requireNonNull(canonicalText, "canonicalText")));
    }

    /**
     * Returns the same from its text in UTF-8, which is not even decoded before somebody asks for it; it can be compared as it is.
     *
     * @param canonicalText kept, not copied: nobody may change it
     */
    public static JsonObject ofUtf8(byte[] canonicalText) {
        return JsonAccess.wrap(CanonicalJson.trusted(Objects.requireNonNull(canonicalText, "canonicalText")));
    }
}
