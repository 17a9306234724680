package io.archivero.testkit;

import io.archivero.DocumentRepository;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that works off a {@link CrashScript} in each of some lanes, says on its standard output what has returned, and is killed
 * hard at a random moment.
 */
public final class CrashChild {
    private static final String LOGGING = "java.util.logging.config.file";
    private static final int MOST_STEPS = 50;
    /** It may also die before the first step returns, while it opens the store. */
    private static final int OPENING_EVERY = 6;

    private static final int LONGEST_OPENING = 1_500;
    private static final int LONGEST_MICROS = 4_000;

    private final Map<String, Integer> returned;
    private final Semaphore steps = new Semaphore(0);

    private CrashChild(Map<String, Integer> from) {
        this.returned = new TreeMap<>(from);
    }

    /**
     * In the child: works in each lane, in a thread of its own, from a step on, until it is killed.
     *
     * @param lanes a lane and the number of its next step, and so on
     */
    public static void work(DocumentRepository repository, List<String> lanes) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < lanes.size(); i += 2) {
            var lane = lanes.get(i);
            int first = Integer.parseInt(lanes.get(i + 1));
            var thread = new Thread(() -> work(new CrashScript(repository, lane), lane, first));
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    private static void work(CrashScript script, String lane, int first) {
        for (int step = first; ; step++) {
            script.step(step);
            System.out.print(lane + " " + (step + 1) + "\n");
            System.out.flush();
        }
    }

    /**
     * In the parent: starts the child, and kills it at a random moment.
     *
     * @param main its main class, which calls {@link #work}
     * @param arguments what comes before the lanes
     * @param from the number of the next step of each lane
     * @return how many steps of each lane had returned, as far as it said so
     */
    public static Map<String, Integer> kill(
            Class<?> main, List<String> arguments, Map<String, Integer> from, Random random)
            throws IOException, InterruptedException {
        return new CrashChild(from).run(start(main, arguments, from), random);
    }

    /** Starts the child, and does nothing else. */
    public static Process start(Class<?> main, List<String> arguments, Map<String, Integer> from) throws IOException {
        var all = new ArrayList<>(arguments);
        from.forEach((lane, step) -> all.addAll(List.of(lane, Integer.toString(step))));
        return start(List.of("-XX:TieredStopAtLevel=1"), main, all);
    }

    /** Starts any main class on what this process runs on, as quiet as it is; what it says of errors goes where ours goes. */
    static Process start(List<String> options, Class<?> main, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-D" + LOGGING + "=" + System.getProperty(LOGGING, ""), "-cp", classPath(), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Everything that the parent runs on, whether it stands on the class path or the module path. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""));
    }

    private Map<String, Integer> run(Process process, Random random) throws InterruptedException {
        try {
            var reader = new Thread(() -> read(process.inputReader()));
            reader.start();
            if (random.nextInt(OPENING_EVERY) == 0) {
                steps.tryAcquire(random.nextInt(LONGEST_OPENING), TimeUnit.MILLISECONDS);
            } else if (!steps.tryAcquire(1 + random.nextInt(MOST_STEPS), 60, TimeUnit.SECONDS)) {
                throw new AssertionError("the child does nothing, or ended by itself");
            }
            steps.tryAcquire(Integer.MAX_VALUE / 2, random.nextInt(LONGEST_MICROS), TimeUnit.MICROSECONDS);
            if (!process.isAlive()) {
                throw new AssertionError("the child ended by itself");
            }
            process.toHandle().destroyForcibly(); // Process itself would close the pipe, and what is still in it
            reader.join(); // what it still said before it died counts too
            return returned;
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private void read(BufferedReader lines) {
        for (var line = line(lines); line != null; line = line(lines)) {
            int space = line.indexOf(' ');
            returned.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
            steps.release();
        }
        steps.release(MOST_STEPS); // there is nothing to wait for any more
    }

    private static @Nullable String line(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException dead) {
            return null;
        }
    }
}
