package io.archivero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentStoreException;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ImportFailedException;
import io.archivero.ImportOptions;
import io.archivero.UnknownOutcomeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Callers who share a store, of whom some are interrupted at random moments: those keep their flag, and each of their calls ends
 * well or in a documented exception, as a whole or not at all; the one who is left alone notices nothing.
 */
public final class InterruptedCallers {
    private final DocumentRepository repository;
    private final int steps;
    private final List<Victim> victims = new ArrayList<>();
    private final AtomicInteger failed = new AtomicInteger();

    /** Prepares callers who take so many steps each. */
    public InterruptedCallers(DocumentRepository repository, int steps) {
        this.repository = Objects.requireNonNull(repository, "repository");
        this.steps = steps;
    }

    /**
     * Runs them, and judges what is there in the end.
     *
     * @return how many interrupts there were, and how many calls of the interrupted failed, for a report
     */
    public String run(Random random) throws Exception {
        var threads = Executors.newCachedThreadPool();
        try {
            var callers = new ArrayList<Future<?>>();
            for (var lane : List.of("a", "b")) {
                callers.add(threads.submit(victim(victim -> write(victim, lane))));
            }
            callers.add(threads.submit(victim(this::importAll)));
            callers.add(threads.submit(victim(this::read)));
            var bystander = threads.submit(() -> new Bystander(repository, steps).call());
            int interrupts = 0;
            while (callers.stream().anyMatch(caller -> !caller.isDone())) {
                interrupts += victims.get(random.nextInt(victims.size())).interrupt() ? 1 : 0;
                long pause = System.nanoTime() + random.nextInt(400_000);
                while (System.nanoTime() < pause) {
                    Thread.onSpinWait();
                }
            }
            for (var caller : callers) {
                end(caller);
            }
            end(bystander);
            assertTrue(interrupts > steps, "too few interrupts to tell anything: " + interrupts);
            return interrupts + " interrupts, " + failed + " calls of the interrupted failed";
        } finally {
            threads.shutdownNow();
        }
    }

    private static void end(Future<?> caller) throws Exception {
        try {
            caller.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("a caller failed", failure.getCause());
        }
    }

    /** What a victim does. */
    private interface Work {
        void run(Victim victim);
    }

    private Callable<Void> victim(Work work) {
        var victim = new Victim();
        victims.add(victim);
        return () -> {
            victim.enter();
            try {
                work.run(victim);
            } finally {
                victim.leave();
            }
            return null;
        };
    }

    private void write(Victim victim, String lane) {
        var script = new CrashScript(repository, lane);
        for (int step = 0; step < steps; ) {
            try {
                script.step(step);
                victim.checkFlag();
                step++;
            } catch (DocumentStoreException failure) {
                failed.incrementAndGet();
                victim.checkFlag();
                victim.leave();
                int there = script.judge(step);
                assertTrue(there == step || failure instanceof UnknownOutcomeException, failure::toString);
                step = there;
                victim.enter();
            }
        }
        victim.leave();
        assertEquals(steps, script.judge(steps));
    }

    private void importAll(Victim victim) {
        var items = new ArrayList<DocumentUpsert>();
        for (int i = 0; i < 10 * steps; i++) {
            items.add(CrashScript.item("import" + i, i));
        }
        var options = ImportOptions.defaults().withBatchSize(10).withParallelism(2);
        for (int from = 0; from < items.size(); ) {
            try {
                from += (int) repository
                        .importAll(
                                Environment.LIVE,
                                items.subList(from, items.size()).iterator(),
                                options)
                        .resumePoint();
                victim.checkFlag();
            } catch (ImportFailedException failure) {
                failed.incrementAndGet();
                victim.checkFlag();
                from += (int) failure.report().resumePoint();
                assertTrue(failure.getCause() instanceof DocumentStoreException, failure::toString);
            }
        }
        victim.leave();
        assertEquals(
                items.size(),
                repository.count(Environment.LIVE, DocumentQuery.all().externalIdPrefix("import")));
    }

    private void read(Victim victim) {
        for (int i = 0; i < steps; i++) {
            try (var documents = repository.stream(Environment.LIVE, DocumentQuery.all())) {
                assertTrue(documents.allMatch(document -> document.version() > 0));
                victim.checkFlag();
            } catch (DocumentStoreException failure) {
                failed.incrementAndGet();
                victim.checkFlag();
            }
        }
    }

    /** Is never interrupted, and so nothing of his fails. */
    private record Bystander(DocumentRepository repository, int steps) {
        Void call() {
            var script = new CrashScript(repository, "other");
            for (int step = 0; step < steps; step++) {
                script.step(step);
            }
            assertEquals(steps, script.judge(steps));
            return null;
        }
    }

    /** A thread, and how often it was interrupted. */
    private static final class Victim {
        private @Nullable Thread thread;
        private int interrupts;
        private int seen;

        synchronized void enter() {
            thread = Thread.currentThread();
        }

        synchronized void leave() {
            thread = null;
            forgetFlag();
        }

        synchronized boolean interrupt() {
            if (thread == null) {
                return false;
            }
            interrupts++;
            thread.interrupt();
            return true;
        }

        /** Checks that the flag is set if there was an interrupt, and takes it down. */
        synchronized void checkFlag() {
            boolean flag = Thread.interrupted();
            assertEquals(interrupts > seen, flag, "whether the flag is set");
            seen = interrupts;
        }

        synchronized void forgetFlag() {
            seen = interrupts;
            Thread.interrupted();
        }
    }
}
