package io.archivero.benchmarks;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import java.sql.SQLException;
import java.util.List;

/**
 * One way to store a batch of voter cards: those that are new are created, those that differ are replaced, those that are the
 * same are left alone, all in one transaction, with an answer for each. Used by one thread at a time unless it says otherwise.
 */
public interface Contender extends AutoCloseable {
    /** What the contender gave back: a view that costs nothing until somebody looks. */
    @FunctionalInterface
    interface Answers {
        /** Returns one answer per item, in the order of the items. */
        List<Answer> list();

        /** Tells whether anything was written. */
        default boolean wrote() {
            return list().stream().anyMatch(answer -> answer.outcome() != ItemOutcome.UNCHANGED);
        }
    }

    /** A batch that is ready to be stored: running it is what is timed. */
    @FunctionalInterface
    interface Call {
        /** Stores the batch. */
        Answers run() throws SQLException;
    }

    /** Returns a name without spaces. */
    String name();

    /** Returns what the contender cannot tell or do, for the reader of its figures; empty if it does all that is asked. */
    default String cannotTell() {
        return "";
    }

    /** Tells whether it answers every item in full. If it does not, only the content that it stored is checked. */
    default boolean answersInFull() {
        return true;
    }

    /** Tells whether its ratio is asked for to a few per cent, so that it has to take part in every round. */
    default boolean isFavourite() {
        return false;
    }

    /** Stores a batch. */
    Answers upsert(List<DocumentUpsert> items) throws SQLException;

    /** Makes a batch ready, outside the timing: for contenders that take it in another form than the items themselves. */
    default Call prepare(List<DocumentUpsert> items) {
        return () -> upsert(items);
    }

    /** Returns where it keeps its cards. */
    Shelf shelf();

    @Override
    void close();
}
