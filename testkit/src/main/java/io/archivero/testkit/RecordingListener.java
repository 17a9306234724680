package io.archivero.testkit;

import io.archivero.CallEvent;
import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers what it is told. Safe for use by many threads. */
final class RecordingListener implements RepositoryListener {
    private final List<CallEvent> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<RetryEvent> retries = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onCall(CallEvent call) {
        calls.add(call);
    }

    @Override
    public void onRetry(RetryEvent retry) {
        retries.add(retry);
    }

    List<CallEvent> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    List<RetryEvent> retries() {
        synchronized (retries) {
            return List.copyOf(retries);
        }
    }

    /** Returns the calls that it was told of, and forgets them. */
    List<CallEvent> forget() {
        var told = calls();
        calls.clear();
        return told;
    }

    /** Returns the only call that it was told of, and forgets it. */
    CallEvent onlyCall() {
        var told = forget();
        if (told.size() != 1) {
            throw new AssertionError("told of " + told.size() + " calls: " + told);
        }
        return told.get(0);
    }
}
