package io.archivero.testkit.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects calls from several threads, and writes them down for another process: first what a call may do, then what it did. So
 * whatever moment its own process dies at, what it may have done is known. Safe for use by many threads.
 */
public final class History {
    private final Map<String, RecordedCall> calls = new LinkedHashMap<>();
    private final @Nullable PrintStream out;
    private int last;

    private History(@Nullable PrintStream out) {
        this.out = out;
    }

    /** Creates one that stays in memory. */
    public static History inMemory() {
        return new History(null);
    }

    /** Creates one that also writes each line to a stream as soon as it is known: UTF-8, flushed. */
    public static History writtenTo(PrintStream out) {
        return new History(out);
    }

    /** Records what a call that is about to begin may do, and returns its name for {@link #settle}. */
    public synchronized String intend(RecordedCall call) {
        var name = Integer.toString(++last);
        record(name, call);
        return name;
    }

    /** Records what a call did. */
    public synchronized void settle(String name, RecordedCall call) {
        record(name, call);
    }

    /** Records a call that can have done nothing before it returned. */
    public void add(RecordedCall call) {
        intend(call);
    }

    private void record(String name, RecordedCall call) {
        calls.put(name, call);
        if (out != null) {
            out.print(name + "\t" + call.toText() + "\n");
            out.flush();
        }
    }

    /** Returns what is known of each call, by the time of its beginning. */
    public synchronized List<RecordedCall> calls() {
        var sorted = new ArrayList<>(calls.values());
        sorted.sort(Comparator.comparingLong(RecordedCall::begin));
        return sorted;
    }

    /**
     * Reads what a process has written, until the stream ends or breaks; half a line at the end is left out.
     *
     * @param lines told how many lines have been read, at each of them
     * @param remarks takes what follows the sign in lines that begin with {@code #}
     */
    public static List<RecordedCall> read(BufferedReader in, IntConsumer lines, Consumer<String> remarks) {
        var history = inMemory();
        try {
            var line = new StringBuilder();
            int read = 0;
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    history.read(line.toString(), remarks);
                    line.setLength(0);
                    lines.accept(++read);
                } else {
                    line.append((char) c);
                }
            }
        } catch (IOException killed) {
            // A process that was killed has said what it had to say.
        }
        return history.calls();
    }

    private void read(String line, Consumer<String> remarks) {
        if (line.startsWith("#")) {
            remarks.accept(line.substring(1));
        } else {
            int tab = line.indexOf("\t");
            record(line.substring(0, tab), RecordedCall.parse(line.substring(tab + 1)));
        }
    }
}
