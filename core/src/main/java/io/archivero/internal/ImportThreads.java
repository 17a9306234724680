package io.archivero.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of one import: none for a single lane, which works on the calling thread, and may so be part of what is bound to it; else one for
 * each lane. Closing waits for their end.
 */
final class ImportThreads implements AutoCloseable {
    private final List<Executor> executors = new ArrayList<>();
    private final List<ExecutorService> services = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    ImportThreads(int lanes) {
        if (lanes == 1) {
            executors.add(Runnable::run);
            return;
        }
        for (int i = 1; i <= lanes; i++) {
            var name = "archivero-import-" + i;
            var service = Executors.newSingleThreadExecutor(work -> thread(work, name));
            services.add(service);
            executors.add(service);
        }
    }

    /** Returns one executor for each lane. */
    List<Executor> executors() {
        return executors;
    }

    @Override
    public void close() {
        services.forEach(ExecutorService::shutdown);
        boolean interrupted = false;
        for (var thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Made when a lane gets its first work, by the thread that hands it over: the calling one. */
    private Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }
}
