package io.archivero.testkit;

import io.archivero.DocumentRepository;
import java.sql.SQLException;
import java.util.List;

/** Whose connection and whose transaction a call of the repository works with, and what must become of them. */
interface FaultSetting extends AutoCloseable {
    /** Returns what stands before the database, and fails as planned. */
    FailingDataSource failing();

    /** Tells whether the library begins and commits the transaction. */
    boolean owns();

    /** Tells whether the library may try again. */
    boolean retries();

    /** Returns the repository for the next call. */
    DocumentRepository begin() throws SQLException;

    /** Ends what was begun, as a host would; returns what is wrong with how the connection was left. */
    List<String> end() throws SQLException;

    /** Tells whether the host's connection was lost, and its transaction with it, when the last call was ended. */
    boolean lost();

    /** Gives back what it has of the database. */
    @Override
    void close() throws SQLException;
}
