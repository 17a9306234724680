package io.archivero;

import org.jspecify.annotations.Nullable;

/**
 * A file that the host keeps, as a document refers to it. Building one never fails for its content; a call that is given a bad
 * one says what is wrong. {@code toString} shows no content.
 *
 * @param filename its name: 1 to 255 code points, no path separator, no control character; null if it has none
 * @param contentType its media type: image/jpeg, image/png, image/webp or application/pdf; null if unknown
 * @param size its size in bytes, 0 or more; null if unknown
 * @param storagePath where the host keeps it: 1 to 1,024 code points; required. The library never opens it
 */
public record StoredFile(
        @Nullable String filename,
        @Nullable String contentType,
        @Nullable Long size,
        @Nullable String storagePath) {

    @Override
    public String toString() {
        return "StoredFile[size=" + size + "]";
    }
}
