package io.archivero.internal;

import io.archivero.CallEvent;
import io.archivero.DocumentRepository;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes calls to the log: the listener that every repository has. */
final class CallLog implements RepositoryListener {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentRepository.class);

    @Override
    public void onCall(CallEvent call) {
        var level = deservesAttention(call) ? Level.WARN : Level.DEBUG;
        if (LOG.isEnabledForLevel(level)) {
            LOG.atLevel(level)
                    .log(
                            "{} in {}: {}, {} ms, {} retries",
                            call.operation().wireName(),
                            call.environment().wireName(),
                            end(call),
                            call.duration().toNanos() / 1_000_000.0,
                            call.retries());
        }
    }

    @Override
    public void onRetry(RetryEvent retry) {
        LOG.debug(
                "{} in {}: attempt {} refused by {}, trying again in {} ms",
                retry.operation().wireName(),
                retry.environment().wireName(),
                retry.attempt(),
                retry.reason(),
                retry.delay().toNanos() / 1_000_000.0);
    }

    /** Someone should look at these: the retries were spent in vain, or nobody knows what was written. */
    private static boolean deservesAttention(CallEvent call) {
        return call.failure() == UnknownOutcomeException.class
                || call.failure() == StoreUnavailableException.class && call.retries() > 0;
    }

    private static String end(CallEvent call) {
        var answers = call.outcomes().isEmpty() ? call.documents() + " documents" : outcomes(call);
        return call.failure() == null ? answers : call.failure().getName() + " (" + answers + ")";
    }

    private static String outcomes(CallEvent call) {
        return call.outcomes().entrySet().stream()
                .filter(outcome -> outcome.getValue() > 0)
                .map(outcome -> outcome.getValue() + " " + outcome.getKey().wireName())
                .collect(Collectors.joining(", "));
    }
}
