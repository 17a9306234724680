package io.archivero.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final SQLException failure = new SQLException("GEHEIMNIS", "08006", 7);

    @Test
    @DisplayName("An error that was wrapped comes out bare, with what failed afterwards, and without its message")
    void wrappedError() {
        var error = new StackOverflowError();
        var wrapped = new IllegalStateException(error);
        wrapped.addSuppressed(failure);
        assertSame(error, assertThrows(StackOverflowError.class, () -> Failures.beforeCommit(wrapped)));
        assertEquals(1, error.getSuppressed().length);
        assertEquals("java.sql.SQLException: SQLSTATE 08006, vendor code 7", error.getSuppressed()[0].toString());
    }

    @Test
    @DisplayName("An error that was not wrapped comes out as it is")
    void bareError() {
        var error = new StackOverflowError();
        error.addSuppressed(failure);
        assertSame(error, assertThrows(StackOverflowError.class, () -> Failures.beforeCommit(error)));
        assertArrayEquals(new Throwable[] {failure}, error.getSuppressed());
    }

    @Test
    @DisplayName("The cause tells where in the driver it happened")
    void trace() {
        var reported = Failures.beforeCommit(new IllegalStateException(failure));
        assertArrayEquals(
                failure.getStackTrace(),
                Objects.requireNonNull(reported.getCause()).getStackTrace());
    }
}
