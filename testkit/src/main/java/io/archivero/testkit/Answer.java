package io.archivero.testkit;

import io.archivero.ArchiveroException;
import io.archivero.BatchRejectedException;
import io.archivero.BatchUpsertResult;
import io.archivero.Document;
import io.archivero.DocumentRepository;
import io.archivero.ItemResult;
import java.util.Collection;
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
