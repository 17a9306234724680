package io.archivero.examples;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.archivero.ArchiveroException;
import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.wire.BatchRequest;
import io.archivero.wire.WireCodec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The main job: 250 Mexican voter cards are delivered, delivered again, changed, and delivered with faults, on H2 and, given a
 * URL, on PostgreSQL. {@link Options#HELP} says what can be chosen.
 */
public final class VoterCards {
    private final Options options;
    private final @Nullable BatchRequest ownRequest;
    private final PrintStream out;
    private final Report report;
    private Map<String, Document> leftBehind = Map.of();

    private VoterCards(Options options, PrintStream out) throws IOException {
        this.options = options;
        this.ownRequest = options.request() == null ? null : Requests.read(options.request());
        this.out = out;
        this.report = new Report(out);
    }

    public static void main(String[] args) {
        // Hibernate Validator greets on standard error unless it is told which logging the host has.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        // UTF-8, because the response is, whatever the terminal wants.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        int exitCode = run(List.of(args), System.getenv(), out, System.err);
        out.flush();
        System.exit(exitCode);
    }

    /** Does what the arguments ask, and returns the exit code. */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        Options options;
        try {
            options = Options.parse(arguments, environment);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage() + "; --help tells what there is");
            return 2;
        }
        if (options.help()) {
            out.print(Options.HELP);
            return 0;
        }
        try {
            return new VoterCards(options, out).run() ? 0 : 1;
        } catch (ArchiveroException | PoolInitializationException | IOException | SQLException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private boolean run() throws IOException, SQLException {
        boolean well = true;
        if (options.usesH2()) {
            well &= onH2();
        }
        if (options.postgresUrl() != null) {
            well &= onPostgres(options.postgresUrl());
        }
        return well;
    }

    private boolean onH2() throws IOException {
        if (options.file() != null) {
            return on(Database.h2("H2, file " + options.file(), options.file(), options.level()));
        }
        var directory = Files.createTempDirectory("archivero-");
        try {
            var file = directory.resolve("documents");
            return on(Database.h2("H2, a file in a temporary directory", file, options.level()));
        } finally {
            try (var leftovers = Files.list(directory)) {
                for (var leftover : leftovers.toList()) {
                    Files.delete(leftover);
                }
            }
            Files.delete(directory);
        }
    }

    private boolean onPostgres(String url) throws SQLException {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(2);
            if (ownRequest == null) {
                Database.dropSchema(pool);
            }
            return on(Database.postgres(pool, options.level()));
        }
    }

    private boolean on(Database database) {
        if (options.json()) {
            return database.use(this::printResponse);
        }
        out.println(database.name());
        out.println();
        if (ownRequest != null) {
            return database.use(repository -> deliver(repository, ownRequest));
        }
        boolean delivered = database.use(this::deliverAll);
        boolean kept = database.use(this::findAllAgain);
        return delivered && kept;
    }

    /** Sends the three files that come along; returns whether each had the effect that it should. */
    private boolean deliverAll(DocumentRepository repository) {
        var cards = Requests.shipped(VoterCardFiles.FIRST).items();
        var created = Step.upsert(repository, "250 cards", cards, true);
        var replayed = Step.upsert(repository, "the same again", cards, true);

        var changedCards = Requests.shipped(VoterCardFiles.CHANGED).items();
        var changed = Step.upsert(repository, "40 moved, 10 new", changedCards, true);

        var faultyCards = Requests.shipped(VoterCardFiles.FAULTY).items();
        var before = documents(repository);
        var refused = Step.upsert(repository, "14 with faults", faultyCards, true);
        boolean untouched = documents(repository).equals(before);
        var partial = Step.upsert(repository, "14 with faults", faultyCards, false);
        leftBehind = documents(repository);

        report.steps(List.of(created, replayed, changed, refused, partial));
        report.culprits(partial.result().items());
        out.println("The atomic batch with faults was refused: " + before.size() + " documents before and after, "
                + (untouched ? "all of them the same." : "BUT NOT THE SAME."));
        return created.result().allStored()
                && replayed.result().items().stream().allMatch(item -> item.outcome() == ItemOutcome.UNCHANGED)
                && changed.result().allStored()
                && !refused.result().allStored()
                && untouched;
    }

    /** Looks, in a database that was closed and opened again, for what the deliveries left behind. */
    private boolean findAllAgain(DocumentRepository repository) {
        boolean kept = documents(repository).equals(leftBehind);
        out.println("The database was closed and opened again: "
                + repository.count(Environment.TEST, DocumentQuery.all()) + " documents, "
                + (kept ? "all of them the same." : "BUT NOT THE SAME."));
        out.println();
        return kept;
    }

    /** Sends the user's own request; returns whether all of it is stored. */
    private boolean deliver(DocumentRepository repository, BatchRequest request) {
        var step = Step.upsert(repository, "your request", request.items(), request.atomic());
        report.steps(List.of(step));
        report.culprits(step.result().items());
        return step.result().allStored();
    }

    private boolean printResponse(DocumentRepository repository) {
        var request = ownRequest == null ? Requests.shipped(VoterCardFiles.FIRST) : ownRequest;
        var step = Step.upsert(repository, "response", request.items(), request.atomic());
        out.println(WireCodec.standard().toJson(step.result()));
        return step.result().allStored();
    }

    /** Every document that the files are about, by external id. */
    private static Map<String, Document> documents(DocumentRepository repository) {
        var externalIds = IntStream.rangeClosed(1, 350)
                .mapToObj(VoterCardGenerator::externalId)
                .toList();
        return repository.findAllByExternalId(Environment.TEST, externalIds);
    }
}
