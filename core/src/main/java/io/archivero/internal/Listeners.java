package io.archivero.internal;

import io.archivero.CallEvent;
import io.archivero.DocumentRepository;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes everything on to several listeners, and lets none of them do harm: by the time that they are told, documents may have been
 * written, and the caller must learn of that. The first failure of each is logged, by classes alone: a message might hold a value.
 */
public final class Listeners implements RepositoryListener {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentRepository.class);

    private final List<Guarded> listeners;

    /** Passes on to these, in this order. */
    public Listeners(List<RepositoryListener> listeners) {
        this.listeners = listeners.stream().map(Guarded::new).toList();
    }

    @Override
    public void onCall(CallEvent call) {
        listeners.forEach(each -> each.tell(listener -> listener.onCall(call)));
    }

    @Override
    public void onRetry(RetryEvent retry) {
        listeners.forEach(each -> each.tell(listener -> listener.onRetry(retry)));
    }

    /** A listener, and whether it has failed before. */
    private record Guarded(RepositoryListener listener, AtomicBoolean failed) {
        Guarded(RepositoryListener listener) {
            this(Objects.requireNonNull(listener, "listener"), new AtomicBoolean());
        }

        void tell(Consumer<RepositoryListener> message) {
            try {
                message.accept(listener);
            } catch (Throwable failure) {
                if (failed.compareAndSet(false, true)) {
                    LOG.warn(
                            "the listener {} failed with {}; further failures of it are not logged",
                            listener.getClass().getName(),
                            failure.getClass().getName());
                }
            }
        }
    }
}
