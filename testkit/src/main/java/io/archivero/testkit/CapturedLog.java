package io.archivero.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that the library logs, at every level, from now until it is closed. */
final class CapturedLog implements AutoCloseable {
    private final Logger logger = Logger.getLogger("io.archivero");
    private final List<LogRecord> lines = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    CapturedLog() {
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    List<LogRecord> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Returns everything, stack traces included. */
    String text() {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        for (var line : lines()) {
            out.println(line.getMessage());
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(out);
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
