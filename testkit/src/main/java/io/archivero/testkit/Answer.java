package io.archivero.testkit;

import io.archivero.ArchiveroException;
import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentPage;
import io.archivero.DocumentRepository;
import io.archivero.ItemResult;
import io.archivero.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call: it returned something or threw something.
 *
 * @param returned what it returned
 * @param thrown what it threw
 */
record Answer(@Nullable Object returned, @Nullable Throwable thrown) {
    /** Makes a call. */
    static Answer to(FaultOperation.Call call, DocumentRepository repository, UUID idOfFirst) {
        try {
            return new Answer(call.on(repository, idOfFirst), null);
        } catch (Exception | Error e) {
            return new Answer(null, e);
        }
    }

    /** Tells whether a batch was answered, well or badly, and not a failure of the database. */
    boolean isOrdinary() {
        return thrown == null || thrown instanceof BatchRejectedException;
    }

    /** Returns the answer to a batch, if it is one. */
    Optional<BatchUpsertResult> batch() {
        if (returned instanceof BatchUpsertResult result) {
            return Optional.of(result);
        }
        return thrown instanceof BatchRejectedException rejected ? Optional.of(rejected.result()) : Optional.empty();
    }

    /** Returns every value that a caller gets hold of, and may put into a log: values of documents must be reached by accessors only. */
    List<Object> handedOut() {
        var values = new ArrayList<Object>();
        hand(thrown instanceof BatchRejectedException rejected ? rejected.result() : returned, values);
        return values;
    }

    private static void hand(@Nullable Object value, List<Object> values) {
        if (value instanceof Collection<?> several) {
            several.forEach(each -> hand(each, values));
        } else if (value instanceof Map<?, ?> map) { // its keys are what the caller asked for
            map.values().forEach(each -> hand(each, values));
        } else if (value instanceof Optional<?> optional) {
            hand(optional.orElse(null), values);
        } else if (value != null) {
            values.add(value);
            parts(value).forEach(part -> hand(part, values));
        }
    }

    private static List<Object> parts(Object value) {
        if (value instanceof BatchUpsertResult result) {
            return List.of(result.counts(), result.items());
        }
        if (value instanceof ItemResult item) {
            return List.of(item.outcome(), item.document(), item.violations());
        }
        if (value instanceof DocumentPage page) {
            var cursor = page.nextCursor();
            return cursor == null
                    ? List.of(page.documents())
                    : List.of(page.documents(), PageRequest.after(cursor, 1), decoded(cursor));
        }
        return value instanceof Document document
                ? List.of(
                        document.content(),
                        document.fields(),
                        document.metadata(),
                        document.review(),
                        document.revision())
                : List.of();
    }

    /** A cursor that merely hides what it holds holds it all the same. */
    private static String decoded(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
    }

    /** Tells the same of two answers that are the same but for the ids of new documents. */
    String text() {
        if (thrown instanceof BatchRejectedException rejected) {
            return "rejected " + text(rejected.result());
        }
        return thrown instanceof ArchiveroException
                ? thrown.getClass().getName()
                : text(thrown == null ? returned : thrown);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof BatchUpsertResult result) {
            return text(result.items());
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(Answer::text).collect(Collectors.joining("\n", "[", "]"));
        }
        if (value instanceof DocumentPage page) {
            return text(page.documents());
        }
        if (value instanceof Map<?, ?> map) {
            return text(map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .toList());
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Answer::text).orElse("nothing");
        }
        if (value instanceof ItemResult item) {
            return item.index() + " " + item.outcome() + " " + item.externalId() + " " + item.violations() + " "
                    + text(item.document());
        }
        return value instanceof Document document ? text(document) : String.valueOf(value);
    }

    private static String text(Document document) {
        return String.join(
                "|",
                document.externalId(),
                String.valueOf(document.clientId()),
                String.valueOf(document.size()),
                document.fields().json(),
                document.metadata().json(),
                document.status().name(),
                document.createdAt().toString(),
                document.updatedAt().toString(),
                Long.toString(document.version()));
    }
}
