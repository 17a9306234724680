package io.archivero.benchmarks;

import io.archivero.DocumentUpsert;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A CHECK constraint of the host's, and cards that it refuses. */
public final class Refusals {
    private static final String FILENAME = "refused.jpg";

    private Refusals() {}

    /** Adds the constraint to the table of a place. */
    public static void addTo(Place place) throws SQLException {
        place.execute("alter table archivero_documents add constraint refuses check (filename <> '" + FILENAME + "')");
    }

    /** Returns the items with so many among them, evenly spread, that the constraint refuses. */
    public static List<DocumentUpsert> among(List<DocumentUpsert> items, int refused) {
        var changed = new ArrayList<>(items);
        for (int i = 0; i < refused; i++) {
            int position = (2 * i + 1) * items.size() / (2 * refused);
            changed.set(
                    position, items.get(position).toBuilder().filename(FILENAME).build());
        }
        return changed;
    }
}
