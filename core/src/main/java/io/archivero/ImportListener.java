package io.archivero;

/**
 * Hears how far an import has come. Called on the thread that called {@code importAll}, one call at a time: after a batch was settled,
 * when the interval of {@link ImportOptions} has passed, and once more at the end. What it does is time that the import takes.
 */
@FunctionalInterface
public interface ImportListener {
    /**
     * Hears how far the import is.
     *
     * @return whether to go on. On {@code false} nothing more is taken from the input, what was taken is settled, and the report
     *     says {@link ImportReport.Ending#STOPPED}; the listener is not called again. In the last call the answer changes nothing.
     */
    boolean onProgress(ImportProgress progress);
}
