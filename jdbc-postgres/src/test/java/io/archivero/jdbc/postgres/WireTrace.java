package io.archivero.jdbc.postgres;

import io.archivero.testkit.WireProxy.Direction;
import io.archivero.testkit.WireProxy.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Listens to a wire, and knows where the outcome of an operation is decided: from the first message of the statement that commits,
 * or that writes without a transaction around it, until the last message of its answer.
 */
final class WireTrace {
    private static final char QUERY = 'Q';
    private static final char PARSE = 'P';
    private static final char BIND = 'B';
    private static final char SYNC = 'S';
    private static final char READY = 'Z';

    /** Where a cut is, seen from the statement that decides. */
    enum Place {
        BEFORE,
        DECIDING,
        AFTER
    }

    private final Map<String, String> statements = new HashMap<>();
    private final List<Message> toServer = new ArrayList<>();
    private final List<Message> toClient = new ArrayList<>();
    private boolean inTransaction;
    private boolean stopped;
    private int asked = Integer.MAX_VALUE;
    private int sent = Integer.MAX_VALUE;
    private int answersBefore = Integer.MAX_VALUE;
    private int answered = Integer.MAX_VALUE;

    /** Forgets what has been heard, but not which statements are prepared. */
    synchronized void start() {
        toServer.clear();
        toClient.clear();
        asked = sent = answersBefore = answered = Integer.MAX_VALUE;
    }

    /** Takes note of no more. */
    synchronized void stop() {
        stopped = true;
    }

    synchronized void hear(Message message) {
        if (stopped) {
            return;
        }
        if (message.direction() == Direction.TO_SERVER) {
            hearClient(message);
            toServer.add(message);
        } else {
            if (message.type() == READY) {
                inTransaction = message.bytes()[message.bytes().length - 1] != 'I';
                if (sent != Integer.MAX_VALUE && answered == Integer.MAX_VALUE) {
                    answered = toClient.size();
                }
            }
            toClient.add(message);
        }
    }

    private void hearClient(Message message) {
        var sql = sql(message);
        if (sql.startsWith("begin")) {
            inTransaction = true;
        }
        if (message.type() != BIND && decides(sql)) {
            decide();
        } else if (message.type() == BIND && decides(sql) && !isParsedJustNow()) {
            decide();
        }
        if (asked != Integer.MAX_VALUE && sent == Integer.MAX_VALUE && asks(message)) {
            sent = toServer.size();
        }
    }

    private void decide() {
        if (asked == Integer.MAX_VALUE) {
            asked = toServer.size();
            answersBefore = toClient.size();
        }
    }

    private boolean isParsedJustNow() {
        return !toServer.isEmpty() && toServer.get(toServer.size() - 1).type() == PARSE;
    }

    private boolean decides(String sql) {
        return sql.startsWith("commit") || !inTransaction && sql.matches("(?s)\\s*(insert|update|delete)\\b.*");
    }

    private static boolean asks(Message message) {
        return message.type() == QUERY || message.type() == SYNC;
    }

    /** Returns the text of the statement that a message is about, or nothing. */
    private String sql(Message message) {
        var texts = new String(
                        message.bytes(),
                        1 + Integer.BYTES,
                        message.bytes().length - 1 - Integer.BYTES,
                        StandardCharsets.UTF_8)
                .split("\0", 3);
        return switch (message.type()) {
            case QUERY -> texts[0].toLowerCase(Locale.ROOT);
            case PARSE -> {
                statements.put(texts[0], texts[1].toLowerCase(Locale.ROOT));
                yield statements.get(texts[0]);
            }
            case BIND -> statements.getOrDefault(texts[1], "");
            default -> "";
        };
    }

    /** Returns the types of the messages that went that way, in their order. */
    synchronized String types(Direction direction) {
        return (direction == Direction.TO_SERVER ? toServer : toClient)
                .stream().map(message -> String.valueOf(message.type())).collect(Collectors.joining());
    }

    synchronized Place place(WireCut cut) {
        boolean through = cut.part() == WireCut.Part.ALL;
        if (cut.direction() == Direction.TO_SERVER) {
            return cut.index() < asked ? Place.BEFORE : cut.index() <= sent ? Place.DECIDING : Place.AFTER;
        }
        boolean last = cut.index() == toClient.size() - 1;
        if (last && through || cut.index() > answered || cut.index() == answered && through) {
            return Place.AFTER;
        }
        // With the last answer before it, the client goes on and sends what decides.
        return cut.index() < answersBefore - 1 || cut.index() == answersBefore - 1 && !through
                ? Place.BEFORE
                : Place.DECIDING;
    }

    @Override
    public synchronized String toString() {
        return types(Direction.TO_SERVER) + "/" + types(Direction.TO_CLIENT) + " decides " + asked + " to " + sent
                + ", answer " + answersBefore + " to " + answered;
    }
}
