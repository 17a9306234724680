package io.archivero.wire;

import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentPage;
import io.archivero.DocumentUpsert;
import io.archivero.InvalidBatchException;
import io.archivero.InvalidJsonException;
import io.archivero.ItemResult;
import io.archivero.internal.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes the JSON of the endpoint. Immutable, and safe for use by many threads.
 *
 * <p><b>Requests.</b> A batch is {@code {"items": [{…}, …], "atomic": true}} with 1 to 250 items; {@code atomic} is true
 * unless it says false. An item has the keys {@code clientId}, {@code externalId}, {@code scope}, {@code type},
 * {@code category}, {@code contentType}, {@code expiresAt}, {@code metadata}, {@code fields}, {@code filename}, {@code size} and
 * {@code storagePath}. A JSON null stands for an absent attribute, and for an empty {@code fields} or {@code metadata}.
 *
 * <p>A text that is not JSON, or not UTF-8, or begins with a byte order mark, is an {@link InvalidJsonException}; a wrong
 * envelope is an {@link InvalidBatchException}; a text that is both may give either, and is not read on. Whatever is wrong
 * inside an item throws nothing: it becomes {@linkplain DocumentUpsert#violations() violations} of that item (the first 100 of
 * them), the rest of the item and of the batch is read, and the repository answers {@link io.archivero.ItemOutcome#INVALID} for
 * it. Requests are read as a stream; how long a body may be is the host's decision.
 *
 * <p><b>Responses.</b> Every item has one entry, in order: {@code {"data": {…}}} if it ended well, else
 * {@code {"error": {"code", "message", "violations": [{"code", "path", "message"}]}}} with the outcome in lower case as its
 * code. Absent attributes are JSON nulls. The response to an atomic batch that was refused is the
 * {@linkplain io.archivero.BatchRejectedException#result() result} that came with the exception. Where a preview says that an
 * item would be created, {@code data} is null. A page of a list is {@code {"data": [{…}, …], "pagination": {"hasMore",
 * "nextCursor", "totalCount"}}}, its last two JSON nulls where the page has none. Output is always well-formed JSON: half a surrogate pair becomes U+FFFD.
 *
 * <p><b>Extensions.</b> {@link #withExtensions()} lets items carry {@code expectedVersion} and {@code sourceVersion} too, and adds
 * {@code outcome} to every entry and {@code version}, {@code scope}, {@code category} and {@code storagePath} to every document.
 * Without them, keys are exactly those of the endpoint.
 */
public final class WireCodec {
    /** Leaves the host's streams open, and never closes brackets of its own accord: a response cut short must look like it. */
    private static final JsonFactory GENERATORS = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private static final WireCodec STANDARD = new WireCodec(false);
    private static final WireCodec EXTENDED = new WireCodec(true);

    private final boolean extensions;

    private WireCodec(boolean extensions) {
        this.extensions = extensions;
    }

    /** Returns the codec with exactly the keys of the endpoint. */
    public static WireCodec standard() {
        return STANDARD;
    }

    /** Returns the codec with the extensions on. */
    public static WireCodec withExtensions() {
        return EXTENDED;
    }

    /**
     * Reads a batch from UTF-8. The stream is not closed; more of it than the JSON may have been read.
     *
     * @throws InvalidJsonException if it is not JSON
     * @throws InvalidBatchException if the envelope is wrong
     * @throws IOException if the stream fails
     */
    public BatchRequest readBatch(InputStream in) throws IOException {
        return readBatch(new Utf8Reader(Objects.requireNonNull(in, "in")));
    }

    /**
     * Reads a batch. The reader is not closed; more of it than the JSON may have been read.
     *
     * @throws InvalidJsonException if it is not JSON
     * @throws InvalidBatchException if the envelope is wrong
     * @throws IOException if the reader fails
     */
    public BatchRequest readBatch(Reader in) throws IOException {
        return read(Objects.requireNonNull(in, "in"), this::batch);
    }

    /**
     * Reads a batch from a text.
     *
     * @throws InvalidJsonException if it is not JSON
     * @throws InvalidBatchException if the envelope is wrong
     */
    public BatchRequest readBatch(String json) {
        return read(Objects.requireNonNull(json, "json"), this::batch);
    }

    /**
     * Reads a single item that says its external id itself: say, a line of a file of JSON Lines.
     *
     * @throws InvalidJsonException if it is not JSON
     */
    public DocumentUpsert readItem(String json) {
        return read(Objects.requireNonNull(json, "json"), parser -> item(parser, null));
    }

    /**
     * Reads a single item from UTF-8, the body of {@code PUT /documents/external/{externalId}}. An {@code externalId} inside it
     * may be absent, and must otherwise be the same: else that is a violation. The stream is not closed.
     *
     * @param externalId the external id in the address, decoded
     * @throws InvalidJsonException if it is not JSON
     * @throws IOException if the stream fails
     */
    public DocumentUpsert readItem(String externalId, InputStream in) throws IOException {
        return readItem(externalId, new Utf8Reader(Objects.requireNonNull(in, "in")));
    }

    /**
     * Reads a single item like {@link #readItem(String, InputStream)}. The reader is not closed.
     *
     * @throws InvalidJsonException if it is not JSON
     * @throws IOException if the reader fails
     */
    public DocumentUpsert readItem(String externalId, Reader in) throws IOException {
        Objects.requireNonNull(externalId, "externalId");
        return read(Objects.requireNonNull(in, "in"), parser -> item(parser, externalId));
    }

    /**
     * Reads a single item like {@link #readItem(String, InputStream)}.
     *
     * @throws InvalidJsonException if it is not JSON
     */
    public DocumentUpsert readItem(String externalId, String json) {
        Objects.requireNonNull(externalId, "externalId");
        return read(Objects.requireNonNull(json, "json"), parser -> item(parser, externalId));
    }

    /** Writes the response to a batch, in UTF-8. The stream is flushed, not closed. Fails with an {@code IOException} if the stream does. */
    public void write(BatchUpsertResult result, OutputStream out) throws IOException {
        write(result, utf8(out));
    }

    /** Writes the response to a batch. The writer is flushed, not closed. Fails with an {@code IOException} if the writer does. */
    public void write(BatchUpsertResult result, Writer out) throws IOException {
        Objects.requireNonNull(result, "result");
        write(Objects.requireNonNull(out, "out"), writer -> writer.write(result));
    }

    /** Returns the response to a batch. */
    public String toJson(BatchUpsertResult result) {
        Objects.requireNonNull(result, "result");
        return text(writer -> writer.write(result));
    }

    /** Writes the entry of one item, which is also the response to a single item, in UTF-8. The stream is flushed, not closed. Fails with an {@code IOException} if the stream does. */
    public void write(ItemResult result, OutputStream out) throws IOException {
        write(result, utf8(out));
    }

    /** Writes the entry of one item, which is also the response to a single item. The writer is flushed, not closed. Fails with an {@code IOException} if the writer does. */
    public void write(ItemResult result, Writer out) throws IOException {
        Objects.requireNonNull(result, "result");
        write(Objects.requireNonNull(out, "out"), writer -> writer.write(result));
    }

    /** Returns the entry of one item, which is also the response to a single item. */
    public String toJson(ItemResult result) {
        Objects.requireNonNull(result, "result");
        return text(writer -> writer.write(result));
    }

    /** Writes one document, without anything around it, in UTF-8. The stream is flushed, not closed. Fails with an {@code IOException} if the stream does. */
    public void write(Document document, OutputStream out) throws IOException {
        write(document, utf8(out));
    }

    /** Writes one document, without anything around it. The writer is flushed, not closed. Fails with an {@code IOException} if the writer does. */
    public void write(Document document, Writer out) throws IOException {
        Objects.requireNonNull(document, "document");
        write(Objects.requireNonNull(out, "out"), writer -> writer.write(document));
    }

    /** Returns one document, without anything around it. */
    public String toJson(Document document) {
        Objects.requireNonNull(document, "document");
        return text(writer -> writer.write(document));
    }

    /** Writes a page of a list, in UTF-8. The stream is flushed, not closed. Fails with an {@code IOException} if the stream does. */
    public void write(DocumentPage page, OutputStream out) throws IOException {
        write(page, utf8(out));
    }

    /** Writes a page of a list. The writer is flushed, not closed. Fails with an {@code IOException} if the writer does. */
    public void write(DocumentPage page, Writer out) throws IOException {
        Objects.requireNonNull(page, "page");
        write(Objects.requireNonNull(out, "out"), writer -> writer.write(page));
    }

    /** Returns a page of a list. */
    public String toJson(DocumentPage page) {
        Objects.requireNonNull(page, "page");
        return text(writer -> writer.write(page));
    }

    private BatchRequest batch(JsonParser parser) {
        return BatchReader.read(parser, extensions);
    }

    private DocumentUpsert item(JsonParser parser, @Nullable String externalId) {
        JsonReader.begin(parser);
        var item = ItemReader.read(parser, extensions, externalId);
        JsonReader.end(parser);
        return item;
    }

    private static <T> T read(Reader in, Function<JsonParser, T> content) throws IOException {
        try {
            return read(JsonReader.parser(in), content);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static <T> T read(String json, Function<JsonParser, T> content) {
        return read(JsonReader.parser(json), content);
    }

    private static <T> T read(JsonParser parser, Function<JsonParser, T> content) {
        try (parser) {
            return content.apply(parser);
        } catch (JacksonIOException e) {
            throw e; // says nothing about the text
        } catch (JacksonException e) {
            throw JsonReader.syntax(e);
        }
    }

    private void write(Writer out, Consumer<ResponseWriter> content) throws IOException {
        try (var generator = GENERATORS.createGenerator(ObjectWriteContext.empty(), out)) {
            content.accept(new ResponseWriter(generator, extensions));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private String text(Consumer<ResponseWriter> content) {
        var out = new StringWriter();
        try {
            write(out, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter has no way to fail
        }
        return out.toString();
    }

    private static Writer utf8(OutputStream out) {
        return new OutputStreamWriter(Objects.requireNonNull(out, "out"), StandardCharsets.UTF_8);
    }
}
