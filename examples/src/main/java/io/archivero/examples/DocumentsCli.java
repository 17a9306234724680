package io.archivero.examples;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.archivero.ArchiveroException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Brings documents into a database and out of it as JSON Lines: one item of the wire format on each line. {@link CliOptions#HELP}
 * says what can be chosen.
 */
public final class DocumentsCli {
    /** Everything went as it should. */
    static final int DONE = 0;
    /** Some lines were refused. */
    static final int REFUSED = 1;
    /** The arguments are wrong; nothing was done. */
    static final int WRONG_CALL = 2;
    /** It failed, or was stopped. */
    static final int ENDED_EARLY = 3;

    private DocumentsCli() {}

    public static void main(String[] args) {
        // Hibernate Validator greets on standard error unless it is told which logging the host has.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(StopSignal.heed(() -> run(List.of(args), Terminal.system())));
    }

    /** Does what the arguments ask, and returns the exit code. */
    static int run(List<String> arguments, Terminal terminal) {
        try {
            if (arguments.contains("--help")) {
                terminal.out().print(CliOptions.HELP);
                return DONE;
            }
            return run(CliOptions.parse(arguments), terminal);
        } catch (IllegalArgumentException e) {
            terminal.err().println(e.getMessage() + "; --help tells what there is");
            return WRONG_CALL;
        } catch (ArchiveroException | PoolInitializationException | IOException | UncheckedIOException e) {
            terminal.err().println("failed: " + e.getMessage());
            return ENDED_EARLY;
        } finally {
            terminal.out().flush();
        }
    }

    private static int run(CliOptions options, Terminal terminal) throws IOException {
        try (var target = options.target().open()) {
            return switch (options.command()) {
                case IMPORT -> new ImportCommand(options, terminal).run(target.repository());
                case EXPORT -> new ExportCommand(options, terminal).run(target.repository());
            };
        }
    }
}
