package io.archivero.jdbc.postgres;

import io.archivero.testkit.WireProxy.Direction;
import io.archivero.testkit.WireProxy.Hook;
import io.archivero.testkit.WireProxy.Message;
import java.util.concurrent.CountDownLatch;

/** Cuts one connection at one place: the first on which a message goes. The next ones are sound. */
final class WireFault implements Hook {
    private final WireCut cut;
    private final CountDownLatch end = new CountDownLatch(1);
    private int connection;
    private int seen;
    private boolean struck;

    WireFault(WireCut cut) {
        this.cut = cut;
    }

    /** Lets late messages through. */
    void letGo() {
        end.countDown();
    }

    /** Tells whether the place was reached. */
    synchronized boolean hasStruck() {
        return struck;
    }

    @Override
    public int pass(Message message) throws InterruptedException {
        int length = message.bytes().length;
        synchronized (this) {
            connection = connection == 0 ? message.connection() : connection;
            if (message.connection() != connection) {
                return length;
            }
            if (!struck) {
                if (message.direction() != cut.direction() || seen++ < cut.index()) {
                    return length;
                }
                struck = true;
                if (cut.way() != WireCut.Way.LATE) {
                    return cut.bytes(length);
                }
            }
        }
        if (cut.way() != WireCut.Way.LATE) {
            return 0;
        }
        hold(message.direction());
        return length;
    }

    @Override
    public void beforeCut(Message message) throws InterruptedException {
        if (cut.way() == WireCut.Way.STALL) {
            hold(Direction.TO_CLIENT);
        }
    }

    private void hold(Direction direction) throws InterruptedException {
        if (direction == Direction.TO_SERVER) {
            end.await();
        } else {
            new CountDownLatch(1).await(); // until the connection is gone
        }
    }
}
