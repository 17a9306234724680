package io.archivero;

import java.util.Objects;

/**
 * An import could not go on. The cause is what the store, the input, the listener or the sink threw; {@link #report()} tells what was
 * settled before, and where to resume.
 */
public final class ImportFailedException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** What was settled. */
    private final transient ImportReport report;

    /** Creates the exception. */
    public ImportFailedException(ImportReport report, Throwable cause) {
        super(describe(report, cause), cause);
        this.report = report;
    }

    /** Returns how far the import came. */
    public ImportReport report() {
        return report;
    }

    private static String describe(ImportReport report, Throwable cause) {
        Objects.requireNonNull(report, "report");
        // The message of the cause stays with the cause: it may be the host's, and say more than it should.
        return "the import failed with " + report.done() + " items settled, resume at " + report.resumePoint() + ": "
                + cause.getClass().getName();
    }
}
