package io.archivero.testkit;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.JsonObject;
import io.archivero.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a process does that is going to die: batches that create, update and delete, and single writes, step after step, in a lane
 * of keys of its own. What must be there after so many steps is known, so that a store can be judged after a crash: every step whose
 * call returned is there, and the one that was under way is there as a whole or not at all. A step may be done again.
 */
public final class CrashScript {
    /** Whose documents these are. */
    public static final UUID CLIENT = UUID.fromString("0c5a5c2e-6a52-4f43-8f5d-6d1f0a8f2d11");

    private static final int BATCH = 30;
    /** A batch is created, partly updated, and deleted so many batches later; between, something is written alone. */
    private static final int STEPS = 4;

    private static final int KEPT = 5;
    private static final String ALONE = "alone";

    private final DocumentRepository repository;
    private final String lane;

    /** Works in a lane: its name begins every key, and must not begin another lane's name. */
    public CrashScript(DocumentRepository repository, String lane) {
        this.repository = Objects.requireNonNull(repository, "repository");
        this.lane = Objects.requireNonNull(lane, "lane");
    }

    /** Does one step, from 0 on. */
    public void step(int number) {
        int batch = number / STEPS;
        switch (number % STEPS) {
            case 0 -> repository.batchUpsertByExternalId(Environment.LIVE, items(batch, BATCH, number));
            case 1 -> repository.batchUpsertByExternalId(Environment.LIVE, items(batch, BATCH / 2, number), false);
            case 2 -> repository.upsertByExternalId(Environment.LIVE, item(lane + ALONE, number));
            default -> {
                if (batch >= KEPT) {
                    repository.deleteAllByExternalId(Environment.LIVE, keys(batch - KEPT, BATCH));
                }
            }
        }
    }

    /**
     * Judges what is there, given how many steps had returned when the process died.
     *
     * @return how many steps are there: as many, or one more
     * @throws AssertionError if something that had returned is lost, or half of a step is there
     */
    public int judge(int returned) {
        var stored = stored();
        for (int steps = returned; steps <= returned + 1; steps++) {
            if (stored.equals(after(steps))) {
                return steps;
            }
        }
        throw new AssertionError("lane " + lane + ": " + returned + " steps had returned, there should be "
                + after(returned) + " or " + after(returned + 1) + ", but there is " + stored);
    }

    /**
     * Tells which step the store stands after, whatever had returned.
     *
     * @return the number of steps, or -1 if it is none of so many
     */
    public int stepsIn(int most) {
        var stored = stored();
        return IntStream.rangeClosed(0, most)
                .filter(steps -> stored.equals(after(steps)))
                .findFirst()
                .orElse(-1);
    }

    /** Returns, for every key of the lane, the number of the step that wrote it. */
    private Map<String, Long> stored() {
        var stored = new TreeMap<String, Long>();
        try (var documents =
                repository.stream(Environment.LIVE, DocumentQuery.all().externalIdPrefix(lane))) {
            documents.forEach(document -> stored.put(document.externalId(), step(document)));
        }
        return stored;
    }

    private static long step(Document document) {
        return Long.parseLong(String.valueOf(document.fields().asMap().get("step")));
    }

    private Map<String, Long> after(int steps) {
        var expected = new TreeMap<String, Long>();
        for (int batch = 0; batch * STEPS < steps; batch++) {
            int first = batch * STEPS;
            boolean deleted = first + KEPT * STEPS + STEPS - 1 < steps;
            int updated = first + 1 < steps ? BATCH / 2 : 0;
            for (int i = 0; i < BATCH && !deleted; i++) {
                expected.put(key(batch, i), i < updated ? first + 1L : first);
            }
            if (first + 2 < steps) {
                expected.put(lane + ALONE, first + 2L);
            }
        }
        return expected;
    }

    private List<DocumentUpsert> items(int batch, int count, int step) {
        return keys(batch, count).stream().map(key -> item(key, step)).toList();
    }

    private List<String> keys(int batch, int count) {
        return IntStream.range(0, count).mapToObj(i -> key(batch, i)).toList();
    }

    private String key(int batch, int i) {
        return lane + batch + "-" + i;
    }

    static DocumentUpsert item(String key, int step) {
        return DocumentUpsert.builder(key)
                .clientId(CLIENT)
                .scope(Scope.MX)
                .type("passport")
                .fields(JsonObject.of(Map.of("step", step)))
                .build();
    }
}
