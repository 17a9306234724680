package io.archivero.examples.soak;

import io.archivero.testkit.history.Anomaly;
import io.archivero.testkit.rivals.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What a soak came to: a column for each stage, and one for all. */
final class SoakTable {
    private static final String ANOMALY = "anomaly ";

    private final Map<String, Tally> columns = new LinkedHashMap<>();

    /** Returns where a stage counts. */
    Tally column(Stage stage) {
        return columns.computeIfAbsent(stage.name(), name -> new Tally());
    }

    static void count(Tally tally, List<Anomaly> anomalies) {
        anomalies.forEach(anomaly -> tally.count(ANOMALY + anomaly.kind()));
    }

    /** Returns how much of what must not happen has happened. */
    long forbidden() {
        return columns.values().stream()
                .mapToLong(tally -> anomalies(tally) + tally.get(Tally.DEADLOCK) + tally.get(Tally.UNDOCUMENTED))
                .sum();
    }

    private static long anomalies(Tally tally) {
        return sum(tally, ANOMALY);
    }

    private static long sum(Tally tally, String prefix) {
        return tally.counts().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long anomalies(Tally tally, Anomaly.Kind... kinds) {
        return List.of(kinds).stream()
                .mapToLong(kind -> tally.get(ANOMALY + kind))
                .sum();
    }

    private static long operations(Tally tally) {
        return List.of(
                        Tally.ACKNOWLEDGED,
                        Tally.REFUSED,
                        Tally.READ,
                        Tally.UNAVAILABLE,
                        Tally.FAILED,
                        Tally.UNKNOWN,
                        Tally.UNDOCUMENTED)
                .stream()
                .mapToLong(tally::get)
                .sum();
    }

    /** Returns the table in Markdown. */
    String markdown() {
        var all = new Tally();
        columns.values().forEach(all::addAll);
        var shown = new LinkedHashMap<>(columns);
        shown.put("all", all);
        var lines = new ArrayList<String>();
        lines.add(line("", shown, Function.identity()));
        lines.add(line("---", shown, name -> "---:"));
        rows(all)
                .forEach((label, value) ->
                        lines.add(line(label, shown, name -> String.valueOf(value.applyAsLong(shown.get(name))))));
        return String.join("\n", lines) + "\n";
    }

    private static String line(String label, Map<String, Tally> shown, Function<String, String> cell) {
        var line = new StringBuilder("| " + label + " |");
        shown.keySet().forEach(key -> line.append(' ').append(cell.apply(key)).append(" |"));
        return line.toString();
    }

    private static Map<String, ToLongFunction<Tally>> rows(Tally all) {
        var rows = new LinkedHashMap<String, ToLongFunction<Tally>>();
        rows.put("operations", SoakTable::operations);
        rows.put("faults: calls of JDBC that failed", tally -> sum(tally, JdbcTrouble.FAULT));
        for (var name : new TreeSet<>(all.counts().keySet())) {
            if (name.startsWith(JdbcTrouble.FAULT)) {
                rows.put("— " + name.substring(JdbcTrouble.FAULT.length()), tally -> tally.get(name));
            }
        }
        rows.put("faults: " + WireTrouble.CUT, tally -> tally.get(WireTrouble.CUT));
        rows.put("faults: " + TroubledStage.INTERRUPTS, tally -> tally.get(TroubledStage.INTERRUPTS));
        rows.put("faults: " + CrashStage.KILLED, tally -> tally.get(CrashStage.KILLED));
        rows.put("reads answered", tally -> tally.get(Tally.READ));
        rows.put("writes acknowledged", tally -> tally.get(Tally.ACKNOWLEDGED));
        rows.put("writes refused for their content", tally -> tally.get(Tally.REFUSED));
        rows.put("told that nothing was written", tally -> tally.get(Tally.UNAVAILABLE) + tally.get(Tally.FAILED));
        rows.put("told that nobody knows", tally -> tally.get(Tally.UNKNOWN));
        rows.put("retries inside", tally -> sum(tally, Tally.RETRY));
        rows.put("deadlocks of PostgreSQL seen inside", tally -> tally.get(Tally.RETRY + Tally.POSTGRES_DEADLOCK));
        rows.put("**deadlocks that reached a caller**", tally -> tally.get(Tally.DEADLOCK));
        rows.put(
                "**acknowledged and lost**",
                tally -> anomalies(tally, Anomaly.Kind.LOST_WRITE, Anomaly.Kind.LOST_LIFE));
        rows.put("**half batches**", tally -> anomalies(tally, Anomaly.Kind.TORN_BATCH));
        rows.put(
                "**other anomalies of the history**",
                tally -> anomalies(tally)
                        - anomalies(tally, Anomaly.Kind.LOST_WRITE, Anomaly.Kind.LOST_LIFE, Anomaly.Kind.TORN_BATCH));
        rows.put("**exceptions that are not documented**", tally -> tally.get(Tally.UNDOCUMENTED));
        return rows;
    }
}
