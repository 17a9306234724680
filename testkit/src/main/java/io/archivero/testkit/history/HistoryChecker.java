package io.archivero.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges what many callers of one store were told. It assumes that each call takes effect at one moment between its beginning and its
 * end, or never, or, if its outcome is unknown, at any later moment. Then, under each key:
 *
 * <ol>
 *   <li>The versions of each life are 1 to n, each written by one call, the first by a creation; where one is missing, there is a
 *       write of unknown fate that can have written it.
 *   <li>An id changes only by a removal, and each removal ends one life.
 *   <li>What was acknowledged is there at the end, or was overwritten by a later version, or removed.
 *   <li>Nobody sees a state that no acknowledged or unknown write can have left: none of a batch that was refused.
 *   <li>Nobody sees less than what had been seen before he began to look.
 *   <li>What was written at once is seen at once.
 *   <li>The time of updates does not go back, the time of the creation stays, no lower source version goes over a higher one, and
 *       each guard holds.
 * </ol>
 *
 * <p>The keys are unrelated otherwise, so the work grows with the length of the history, and not with its square.
 */
public final class HistoryChecker {
    private HistoryChecker() {}

    /**
     * Returns what cannot be; nothing if all is well.
     *
     * @param calls all calls on the store since it was empty, in any order
     * @param atRest what is stored after the last of them, by key
     */
    public static List<Anomaly> check(List<RecordedCall> calls, Map<String, SeenState> atRest) {
        var histories = new TreeMap<String, KeyHistory>();
        for (var call : calls) {
            for (var fact : call.facts()) {
                histories.computeIfAbsent(fact.key(), KeyHistory::new).add(call, fact);
            }
        }
        atRest.keySet().forEach(key -> histories.computeIfAbsent(key, KeyHistory::new));
        histories.forEach((key, history) -> history.rest(atRest.get(key)));
        var anomalies = new ArrayList<Anomaly>();
        histories.values().forEach(history -> history.check(anomalies));
        new TornBatches(histories, anomalies).check(calls);
        return anomalies;
    }
}
