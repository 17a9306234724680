package io.archivero.examples;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line that tells how far something is: drawn over again and again where somebody looks at it, else printed each time. */
final class ProgressLine {
    private static final int BAR = 24;

    private final PrintStream out;
    private final boolean interactive;
    private int width;

    ProgressLine(Terminal terminal) {
        out = terminal.err();
        interactive = terminal.interactive();
    }

    /** Returns how often it is worth telling. */
    Duration interval() {
        return interactive ? Duration.ofMillis(200) : Duration.ofSeconds(5);
    }

    /**
     * Tells something.
     *
     * @param share how much of the whole is done, 0 to 1; negative if nobody knows
     */
    void show(double share, String text) {
        if (interactive) {
            var line = bar(share) + text;
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            out.flush();
            width = line.length();
        } else {
            out.println(text);
        }
    }

    /** Leaves the last line standing. */
    void end() {
        if (interactive && width > 0) {
            out.println();
        }
    }

    /** Returns a duration as minutes and seconds, or hours as well. */
    static String time(Duration duration) {
        long hours = duration.toHours();
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, duration.toMinutesPart(), duration.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String bar(double share) {
        if (share < 0) {
            return "";
        }
        int full = (int) (BAR * Math.min(1, share));
        return String.format(Locale.ROOT, "[%s%s] %3d %%  ", "=".repeat(full), " ".repeat(BAR - full), (int)
                (100 * Math.min(1, share)));
    }
}
