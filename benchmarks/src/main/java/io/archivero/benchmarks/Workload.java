package io.archivero.benchmarks;

import java.util.Locale;

/** What a batch does to what is stored. */
public enum Workload {
    /** Every card is new. */
    CREATE(0, 0),
    /** Every card is stored, and differs. */
    UPDATE(0, 100),
    /** Every card is stored as it is: nothing may be written. */
    REPLAY(100, 0),
    /** A sync in the night: 80 % are the same, 16 % differ, 4 % are new. */
    MIXED(80, 16);

    private final int samePercent;
    private final int changedPercent;

    Workload(int samePercent, int changedPercent) {
        this.samePercent = samePercent;
        this.changedPercent = changedPercent;
    }

    /** Returns how many of so many cards are the same as stored. */
    int same(int cards) {
        return cards * samePercent / 100;
    }

    /** Returns how many of so many cards differ from what is stored. */
    int changed(int cards) {
        return cards * changedPercent / 100;
    }

    /** Returns the name for reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
