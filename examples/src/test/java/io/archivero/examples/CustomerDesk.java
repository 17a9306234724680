package io.archivero.examples;

import io.archivero.DocumentUpsert;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A host's service on Spring, which puts a proxy in front of it that begins and ends the transactions. */
interface CustomerDesk {
    /** Takes in a customer with the papers, or neither. */
    void register(UUID customer, List<DocumentUpsert> papers);

    /** Does more than one thing in one transaction. */
    void together(Runnable work);

    /** Does something in a transaction of its own, whatever becomes of the one that runs. */
    void apart(Runnable work);

    /** Looks something up in a transaction that only reads. */
    <T> T lookUp(Supplier<T> work);
}
