package io.archivero.testkit.rivals;

import io.archivero.Document;
import io.archivero.DocumentCategory;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Scope;
import io.archivero.StoredFile;
import io.archivero.testkit.history.Fact;
import io.archivero.testkit.history.Marks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes what one rival writes: no two of its writes leave the same mark, and no other rival leaves one of its marks. */
final class RivalItems {
    private static final int LONGEST_TEXT = 400;
    private static final int SOURCE_SPREAD = 40;

    private final String name;
    private final Random random;
    private int marks;

    RivalItems(String name, Random random) {
        this.name = name;
        this.random = random;
    }

    Random random() {
        return random;
    }

    /** Returns a mark that nobody has left yet. */
    String mark() {
        return name + "-" + ++marks;
    }

    /** Starts an item that differs from whatever is stored. */
    DocumentUpsert.Builder item(String externalId) {
        var mark = mark();
        var item = DocumentUpsert.builder(externalId)
                .clientId(RivalKeys.client(externalId))
                .scope(random.nextBoolean() ? Scope.MX : Scope.US)
                .type("passport")
                .category(DocumentCategory.IDENTITY)
                .fields(JsonObject.of(Map.of("text", "x".repeat(random.nextInt(LONGEST_TEXT)))))
                .metadata(Marks.stamp(mark));
        if (RivalKeys.isVersioned(externalId) && random.nextInt(8) > 0) {
            item.sourceVersion((long) marks + random.nextInt(SOURCE_SPREAD));
        }
        if (random.nextInt(3) == 0) {
            item.filename("f.pdf").size((long) random.nextInt(1_000)).storagePath(mark + ".f");
        }
        return item;
    }

    /** Adds the version that the document had when it was last seen, or was not. */
    DocumentUpsert.Builder guarded(String externalId, @Nullable Document known) {
        return item(externalId).expectedVersion(known == null ? 0 : known.version());
    }

    /** Returns an item that no repository takes. */
    DocumentUpsert invalid(String externalId) {
        return item(externalId).type("NOT A TYPE").build();
    }

    StoredFile file() {
        return new StoredFile("f.pdf", "application/pdf", 1L, mark());
    }

    static String mark(DocumentUpsert item) {
        return (String) Objects.requireNonNull(item.metadata().asMap().get("stamp"));
    }

    /** Returns what writing these items would leave. */
    static List<Fact> attempts(Answers answers, List<DocumentUpsert> items) {
        return items.stream()
                .map(item -> Fact.maybeWritten(answers.key(Objects.requireNonNull(item.externalId())), mark(item)))
                .toList();
    }

    /** Tells whether items are all written if any is: they are new, and nothing guards them. */
    static boolean belongTogether(List<DocumentUpsert> items) {
        return items.stream().allMatch(item -> item.expectedVersion() == null && item.sourceVersion() == null);
    }
}
