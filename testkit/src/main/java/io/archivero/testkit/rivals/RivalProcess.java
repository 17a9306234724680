package io.archivero.testkit.rivals;

import io.archivero.spi.StoredDocumentRepository;
import io.archivero.testkit.history.History;
import io.archivero.testkit.history.RecordedCall;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rivals in a JVM of their own. Their class has a main method that hands {@link #work} what it was given and a way to open the
 * repository; what they record comes to this process by their standard output, as far as they got if they are killed.
 */
public final class RivalProcess {
    private final Process process;
    private final Tally tally = new Tally();
    private final CompletableFuture<List<RecordedCall>> calls;
    private volatile int lastLine = Integer.MAX_VALUE;

    private RivalProcess(Process process) {
        this.process = process;
        this.calls =
                CompletableFuture.supplyAsync(this::read, task -> new Thread(task, "archivero-rival-output").start());
    }

    /**
     * Starts a JVM with the class path of this one.
     *
     * @param main its class
     * @param name a name that no other rivals on the same documents have
     * @param threads how many rivals it has
     * @param calls how many calls they make, all together
     * @param seed what their lots are drawn from
     * @param place what its class needs to know to open the repository
     */
    public static RivalProcess start(Class<?> main, String name, int threads, int calls, long seed, String... place)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), main.getName()));
        command.addAll(List.of(name, String.valueOf(threads), String.valueOf(calls), String.valueOf(seed)));
        command.addAll(List.of(place));
        return new RivalProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** What is on the module path of this process is on the class path of the other. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""));
    }

    /**
     * The work of the other process.
     *
     * @param arguments what its main method was given
     * @param opener opens the repository, given the tally, to be its listener
     */
    public static void work(String[] arguments, Function<Tally, ? extends StoredDocumentRepository> opener)
            throws Exception {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var tally = new Tally();
        try (var repository = opener.apply(tally)) {
            var plan = new RivalPlan(
                    arguments[0],
                    Integer.parseInt(arguments[1]),
                    Long.parseLong(arguments[3]),
                    Rivals.calls(Integer.parseInt(arguments[2])));
            Rivals.run(repository, plan, History.writtenTo(out), tally);
        }
        out.print("#" + tally.toText() + "\n");
        out.flush();
        var undocumented = tally.firstUndocumented();
        if (undocumented != null) {
            undocumented.printStackTrace();
        }
    }

    /** Returns where in the arguments of the main method the place begins. */
    public static int place() {
        return 4;
    }

    private List<RecordedCall> read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return History.read(in, this::killIfDue, remark -> tally.addAll(Tally.parse(remark)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it as the operating system would, once it has written so many lines: no more than what it said is known of it. */
    public void killAfter(int lines) {
        lastLine = lines;
    }

    private void killIfDue(int lines) {
        if (lines >= lastLine) {
            process.toHandle().destroyForcibly(); // Process itself would close the pipe, and what is still in it
        }
    }

    /** Waits until it has ended, and returns what it recorded. */
    public List<RecordedCall> await() throws InterruptedException, ExecutionException {
        process.waitFor();
        return calls.get();
    }

    /** Returns what its rivals counted, once it has ended by itself. */
    public Tally tally() {
        return tally;
    }

    /** Returns its exit value; null while it runs. */
    public @Nullable Integer exitValue() {
        return process.isAlive() ? null : process.exitValue();
    }
}
