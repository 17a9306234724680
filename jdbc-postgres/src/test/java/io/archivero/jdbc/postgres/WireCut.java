package io.archivero.jdbc.postgres;

import io.archivero.testkit.WireProxy.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a wire is cut, and how.
 *
 * @param direction which way the message goes
 * @param index the number of the message, from 0 on, among those that go that way
 * @param part how much of it still gets through
 * @param way what happens then
 */
record WireCut(Direction direction, int index, Part part, Way way) {
    /** How much of a message gets through. */
    enum Part {
        NOTHING,
        HALF,
        ALL
    }

    /** What happens to the connection. */
    enum Way {
        CLOSE,
        RESET,
        /** Nothing gets through any more, either way, and nobody is told. */
        STALL,
        /** The same, but what the client has sent gets through when it has long given up. */
        LATE
    }

    private static final char DATA_ROW = 'D';

    /** Returns every cut of messages of these types; in the middle of many rows one place stands for all. */
    static List<WireCut> of(String toServer, String toClient) {
        var cuts = new ArrayList<WireCut>();
        for (int i = 0; i < toServer.length(); i++) {
            cuts.addAll(of(Direction.TO_SERVER, i));
        }
        for (int i = 0; i < toClient.length(); i++) {
            if (!isAmongRows(toClient, i)) {
                cuts.addAll(of(Direction.TO_CLIENT, i));
            }
        }
        return cuts;
    }

    private static boolean isAmongRows(String types, int i) {
        return i > 1
                && i < types.length() - 1
                && types.substring(i - 2, i + 2).equals(String.valueOf(DATA_ROW).repeat(4));
    }

    private static List<WireCut> of(Direction direction, int index) {
        var cuts = new ArrayList<WireCut>();
        for (var part : Part.values()) {
            for (var way : Way.values()) {
                // only whole messages of the client are late: what the server says then, nobody hears
                if (way != Way.LATE || direction == Direction.TO_SERVER && part == Part.NOTHING) {
                    cuts.add(new WireCut(direction, index, part, way));
                }
            }
        }
        return cuts;
    }

    /** Tells whether the client is not told, and must run out of patience. */
    boolean isSilent() {
        return way == Way.STALL || way == Way.LATE;
    }

    int bytes(int length) {
        return switch (part) {
            case NOTHING -> 0;
            case HALF -> length / 2;
            case ALL -> length;
        };
    }
}
