package io.archivero;

import io.archivero.internal.Listeners;
import java.util.List;

/**
 * Is told of every call of a repository, for metrics, traces and logs. Set it on the builder; it hears of the repositories that
 * {@link DocumentRepository#using} returns, too. Override what you want to hear.
 *
 * <p>A listener is called on the thread of the call, which waits for it: it should be quick. It must be safe for use by as many
 * threads as the repository is. What it throws reaches nobody: the call ends as it would have without it, and the first such
 * failure is logged. A call without an environment is wrong before it has begun, and not reported.
 *
 * <p>With or without a listener, the repository logs the same through slf4j, as {@code io.archivero.DocumentRepository}: calls and
 * retries at debug; at warn calls that spent their retries in vain, and those whose outcome is unknown.
 */
public interface RepositoryListener {
    /** Hears nothing. */
    RepositoryListener NONE = new RepositoryListener() {};

    /** Is told once of each call, when it has ended. */
    default void onCall(CallEvent call) {}

    /** Is told when an attempt was refused and the call is about to wait and begin again; the call itself follows later. */
    default void onRetry(RetryEvent retry) {}

    /** Returns a listener that passes on everything to each of these, in this order, whatever the others throw. */
    static RepositoryListener allOf(RepositoryListener... listeners) {
        return new Listeners(List.of(listeners));
    }
}
