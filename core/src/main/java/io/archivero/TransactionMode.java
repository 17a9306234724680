package io.archivero;

/**
 * Who ends the transaction on a connection that arrives with autocommit off. (One that arrives with autocommit on has no
 * transaction yet: the library always begins and ends its own there.)
 */
public enum TransactionMode {
    /** The library commits: autocommit off is merely the pool's default. */
    OWN,
    /** The host commits: autocommit off means that a transaction of the host is open, and the library only joins it. */
    JOIN
}
