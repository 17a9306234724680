package io.archivero.testkit;

import static io.archivero.DocumentStatus.PENDING_REVIEW;
import static io.archivero.DocumentStatus.PENDING_UPLOAD;
import static io.archivero.ItemOutcome.UNCHANGED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.archivero.Document;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Filename, content type, size and storage path: kept together or replaced together. */
abstract class FileContract extends ContractTopic {
    private static final JsonObject NOTES = JsonObject.parse("{\"note\":1}");

    FileContract(StoreFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("is kept by an item that carries none of its four attributes")
    void kept() {
        var before = stored(withFile());
        var after = stored(item("a").metadata(NOTES));
        assertEquals(2, after.version());
        assertEquals(NOTES, after.metadata());
        assertEquals(file(before), file(after));
        assertEquals(file(before), file(find("a")));
    }

    @Test
    @DisplayName("is not missed by an item that carries none of it: the rest being equal, it is UNCHANGED")
    void comparedWithoutIt() {
        var before = stored(withFile());
        assertOutcomes(atomic(plain("a")), UNCHANGED);
        assertEquals(before, find("a"));
    }

    @Test
    @DisplayName("is replaced whole by an item that carries any of it")
    void replacedWhole() {
        stored(withFile());
        assertEquals(file("b.pdf", null, null, null), file(stored(item("a").filename("b.pdf"))));
        stored(withFile());
        assertEquals(file(null, "image/png", null, null), file(stored(item("a").contentType("image/png"))));
        stored(withFile());
        assertEquals(file(null, null, 0L, null), file(stored(item("a").size(0L))));
        stored(withFile());
        assertEquals(file(null, null, null, "s3://b"), file(stored(item("a").storagePath("s3://b"))));
        assertEquals(file(null, null, null, "s3://b"), file(find("a")));
    }

    @Test
    @DisplayName("with a storage path waits for review, without one for upload")
    void status() {
        assertEquals(PENDING_UPLOAD, stored(item("a")).status());
        assertEquals(PENDING_UPLOAD, stored(item("a").filename("a.pdf")).status());
        assertEquals(PENDING_REVIEW, stored(item("a").storagePath("s3://a")).status());
        assertEquals(PENDING_REVIEW, stored(item("a").metadata(NOTES)).status());
        assertEquals(PENDING_UPLOAD, stored(item("a").filename("a.pdf")).status());
    }

    @Test
    @DisplayName("comes back as it was given")
    void comesBack() {
        stored(withFile());
        assertEquals(
                file("ine – año 2024.pdf", "application/pdf", Long.MAX_VALUE, "s3://cajón/ine%20_'\\.pdf"),
                file(find("a")));
        assertNull(find("a").expiresAt());
    }

    private static DocumentUpsert.Builder withFile() {
        return item("a")
                .filename("ine – año 2024.pdf")
                .contentType("application/pdf")
                .size(Long.MAX_VALUE)
                .storagePath("s3://cajón/ine%20_'\\.pdf");
    }

    private static List<@Nullable Object> file(Document document) {
        return file(document.filename(), document.contentType(), document.size(), document.storagePath());
    }

    private static List<@Nullable Object> file(
            @Nullable String filename,
            @Nullable String contentType,
            @Nullable Long size,
            @Nullable String storagePath) {
        return Arrays.asList(filename, contentType, size, storagePath);
    }
}
