package io.archivero.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {
    @ParameterizedTest
    @CsvSource({
        "TRANSIENT, 40001, 0",
        "TRANSIENT, 40P01, 0",
        "TRANSIENT, 55P03, 0",
        "TRANSIENT, HYT00, 50200",
        "TRANSIENT, 90131, 90131",
        "UNAVAILABLE, 08006, 0",
        "UNAVAILABLE, 53300, 0",
        "UNAVAILABLE, 57P01, 0",
        "UNAVAILABLE, 90020, 90020",
        "UNAVAILABLE, 90098, 90098",
        "UNAVAILABLE, 53100, 0",
        "UNAVAILABLE, 90028, 90028",
        "UNAVAILABLE, 90031, 90031",
        "REFUSED, 23505, 0",
        "REFUSED, 23514, 0",
        "REFUSED, 22001, 0",
        "REFUSED, P0001, 0",
        "REFUSED, 54000, 0",
        "REFUSED, HY000, 90044",
        "OTHER, 42P01, 0",
        "OTHER, 25P02, 0",
        "OTHER, XX000, 0",
        "OTHER, 58030, 0",
        "OTHER, HY000, 50000",
        "OTHER, 9, 0",
        "REFUSED, 09, 0",
        "OTHER, '', 0",
        "OTHER, , 0"
    })
    @DisplayName("A failure is told by its SQLSTATE and vendor code")
    void codes(SqlFailure expected, String state, int code) {
        assertEquals(expected, SqlFailure.of(new SQLException("23505 40001 08006", state, code)));
    }

    @Test
    @DisplayName("A pool that has no connection to give says so by the class of its exception")
    void pools() {
        assertEquals(SqlFailure.UNAVAILABLE, SqlFailure.of(new SQLTransientConnectionException("time-out")));
        assertEquals(SqlFailure.UNAVAILABLE, SqlFailure.of(new SQLRecoverableException("closed")));
    }

    @Test
    @DisplayName("H2 says of its file, and a pool of an interrupt, by the class of a cause")
    void causes() {
        var file = new SQLException("file", "HY000", 50000, new IllegalStateException(new IOException("file")));
        assertEquals(SqlFailure.UNAVAILABLE, SqlFailure.of(file));
        assertTrue(SqlFailure.ofDisk(file));
        var wire = new SQLException("wire", "XX000", new IOException("wire"));
        assertEquals(SqlFailure.OTHER, SqlFailure.of(wire));
        assertFalse(SqlFailure.ofDisk(wire));
        assertEquals(SqlFailure.UNAVAILABLE, SqlFailure.of(new SQLException("pool", new InterruptedException())));
    }

    @Test
    @DisplayName("What is wrong with a disk is told from what is wrong otherwise")
    void disks() {
        for (var state : List.of("53100", "58030")) {
            assertTrue(SqlFailure.ofDisk(new SQLException("disk", state)));
        }
        assertTrue(SqlFailure.ofDisk(new SQLException("disk", "90031", 90031)));
        assertFalse(SqlFailure.ofDisk(new SQLException("disk", "53300")));
        assertFalse(SqlFailure.ofDisk(new SQLException("disk")));
    }

    @Test
    @DisplayName("The failure of the database is found behind whatever wraps it")
    void behind() {
        var failure = new SQLException("inside");
        assertSame(failure, SqlFailure.behind(new IllegalStateException(new RuntimeException(failure))));
        assertSame(failure, SqlFailure.behind(failure));
        assertNull(SqlFailure.behind(new IllegalStateException("no database")));
    }
}
