package io.archivero.testkit;

import io.archivero.CallEvent;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Hears all that anybody logs, at every level, and all that a listener is told, until it is closed; keeps what holds a {@link Marked}
 * value. It hears the log as {@code java.util.logging} has it, so tests need {@code slf4j-jdk14} at run time.
 *
 * <p>One level is out of earshot: at the finest, the driver of PostgreSQL writes down each parameter that it sends. A host must not
 * switch that on, and the documentation says so.
 */
final class LeakWatch implements RepositoryListener, AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final Logger postgres = Logger.getLogger("org.postgresql");
    private final Level usual = Objects.requireNonNullElse(root.getLevel(), Level.INFO);
    private final List<String> leaks = Collections.synchronizedList(new ArrayList<>());
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            hear(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private volatile boolean heard;
    private volatile boolean told;

    LeakWatch() {
        root.setLevel(Level.ALL);
        postgres.setLevel(Level.FINER);
        root.addHandler(handler);
    }

    private void hear(LogRecord line) {
        heard |= line.getLoggerName() != null && line.getLoggerName().startsWith("io.archivero");
        var thrown = line.getThrown();
        if (Marked.inText(line.getMessage())
                || Marked.inText(formatter.formatMessage(line))
                || thrown != null && Marked.inException(thrown)) {
            leaks.add("a value leaks to the log, from " + line.getLoggerName() + " at " + line.getLevel());
        }
    }

    @Override
    public void onCall(CallEvent call) {
        tell(call);
    }

    @Override
    public void onRetry(RetryEvent retry) {
        tell(retry);
    }

    private void tell(Record event) {
        told = true;
        if (Marked.inText(event)) {
            leaks.add("a value leaks to listeners, in " + event.getClass().getSimpleName());
        }
    }

    /** Returns what leaked since the last time. */
    List<String> leaks() {
        synchronized (leaks) {
            var all = List.copyOf(leaks);
            leaks.clear();
            return all;
        }
    }

    /** Tells whether the repository has been heard and listened to: who hears nothing, hears of no leak. */
    boolean isAwake() {
        return heard && told;
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        root.setLevel(usual);
        postgres.setLevel(null);
    }
}
