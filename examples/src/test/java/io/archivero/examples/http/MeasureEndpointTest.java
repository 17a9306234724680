package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The load test")
class MeasureEndpointTest {
    @Test
    @DisplayName("ranks latencies")
    void percentiles() {
        var latencies = Latencies.of(List.of(new long[] {4_000_000, 1_000_000}, new long[] {}, new long[] {3_000_000}));
        assertEquals(3, latencies.count());
        assertEquals(3.0, latencies.millis(50));
        assertEquals(4.0, latencies.millis(95));
        assertEquals(4.0, latencies.millis(100));
        assertEquals(1.0, latencies.millis(1));
        assertEquals(0.0, Latencies.of(List.of()).millis(50));
    }

    @Test
    @DisplayName("goes to this machine only")
    void loopbackOnly() {
        var elsewhere = new InetSocketAddress("203.0.113.1", 80);
        assertThrows(IllegalArgumentException.class, () -> new LoadClient(elsewhere, "key"));
    }
}
