package io.archivero.examples;

import static io.archivero.examples.ProgressLine.number;
import static io.archivero.examples.ProgressLine.time;

import io.archivero.DocumentRepository;
import io.archivero.ImportFailedException;
import io.archivero.ImportOptions;
import io.archivero.ImportProgress;
import io.archivero.ImportReport;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;

/** Stores the items of a file, and tells what became of them. */
final class ImportCommand {
    private final CliOptions options;
    private final Terminal terminal;
    private final ProgressLine line;

    ImportCommand(CliOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        this.line = new ProgressLine(terminal);
    }

    /** Returns the exit code. */
    int run(DocumentRepository repository) throws IOException {
        var total = options.file() == null ? OptionalLong.empty() : OptionalLong.of(ItemLines.count(options.file()));
        try (var items = options.file() == null
                        ? new ItemLines(StandardInput.interruptible(terminal.in()))
                        : ItemLines.of(options.file());
                var refusals = new RefusalFile(options.refused(), options.from())) {
            items.skip(options.from());
            var importOptions = ImportOptions.defaults()
                    .withParallelism(options.connections())
                    .withTicker(terminal.ticker())
                    .withProgressEvery(line.interval())
                    .withRefusalSink(refusals)
                    .withListener(progress -> {
                        refusals.flush();
                        show(progress);
                        return true;
                    });
            if (total.isPresent()) {
                importOptions = importOptions.withExpectedTotal(Math.max(0, total.getAsLong() - options.from()));
            }
            return tell(repository.importAll(options.environment(), items, importOptions));
        } catch (ImportFailedException e) {
            tell(e.report());
            var cause = e.getCause();
            terminal.err().println("failed: " + (cause == null ? e.getMessage() : cause.getMessage()));
            return DocumentsCli.ENDED_EARLY;
        }
    }

    private void show(ImportProgress progress) {
        var total = progress.expectedTotal();
        double share = total.isEmpty() ? -1 : (double) progress.done() / Math.max(1, total.getAsLong());
        line.show(
                share,
                number(progress.done())
                        + total.stream()
                                .mapToObj(all -> " of " + number(all))
                                .findFirst()
                                .orElse("")
                        + " lines, " + number(Math.round(progress.perSecond())) + " per second, "
                        + number(progress.refused()) + " refused"
                        + progress.rest()
                                .map(rest -> ", " + time(rest) + " left")
                                .orElse(""));
    }

    private int tell(ImportReport report) {
        line.end();
        var out = terminal.out();
        out.println(report.ending().name().toLowerCase(Locale.ROOT) + " after " + number(report.done()) + " lines in "
                + time(report.elapsed()));
        report.counts().forEach((outcome, count) -> {
            if (count > 0) {
                out.printf(Locale.ROOT, "  %-10s %,12d%n", outcome.wireName(), count);
            }
        });
        if (report.refused() > 0) {
            out.println(options.refused() + " tells which lines were refused, and why");
        }
        if (!report.completed()) {
            out.println("to go on: --from " + (options.from() + report.resumePoint()));
            return DocumentsCli.ENDED_EARLY;
        }
        return report.refused() > 0 ? DocumentsCli.REFUSED : DocumentsCli.DONE;
    }
}
