package io.archivero.examples.http;

/** What {@link MeasureEndpoint} sends. */
enum Workload {
    ONE("one new document", 1),
    BATCH_50("a batch of 50 new", 50),
    BATCH_250("a batch of 250 new", 250),
    REPLAY_250("a batch of 250, stored already", 250),
    PAGE_50("a page of 50, read", 50);

    private final String title;
    private final int documents;

    Workload(String title, int documents) {
        this.title = title;
        this.documents = documents;
    }

    String title() {
        return title;
    }

    /** Returns how many documents a request writes or reads. */
    int documents() {
        return documents;
    }
}
