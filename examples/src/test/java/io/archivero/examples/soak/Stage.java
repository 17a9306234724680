package io.archivero.examples.soak;

import io.archivero.testkit.history.Anomaly;
import io.archivero.testkit.rivals.Tally;
import java.util.List;

/** One kind of trouble for one database: rivals at work, and what goes wrong around them. */
interface Stage {
    /** Returns its name in the table. */
    String name();

    /**
     * Lets rivals work on an empty database for a while, under trouble, and returns what in their history cannot be.
     *
     * @param round the number of the round, from 1: what is drawn by lot is drawn from it
     * @param tally counts what the rivals are told, and what was done to them
     */
    List<Anomaly> run(int round, long nanos, Tally tally) throws Exception;
}
