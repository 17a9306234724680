package io.archivero.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.BatchRejectedException;
import io.archivero.DocumentQuery;
import io.archivero.DocumentStoreException;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import io.archivero.testkit.WireProxy;
import io.archivero.testkit.WireProxy.Direction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Calls one operation over a pool of one connection, which is cut here or there, and judges what the caller was told. */
final class WireTrial implements AutoCloseable {
    /** How long a caller waits for an answer that does not come, in milliseconds. */
    private static final int PATIENCE = 400;

    private final WireStore store;
    private final WireOperation operation;
    private final boolean warm;
    private final WireProxy wire;
    private final HikariDataSource pool;
    private final PostgresDocumentRepository repository;
    private final WireTrace trace = new WireTrace();
    /** The time-out of the caller, in milliseconds; 0 for none. */
    private int patience;

    private List<String> before = List.of();
    private List<String> after = List.of();

    /** Takes an operation; {@code warm}: its statements are prepared on the server already. */
    WireTrial(WireStore store, WireOperation operation, boolean warm) {
        this.store = store;
        this.operation = operation;
        this.warm = warm;
        this.wire = WireProxy.to(store.database());
        this.pool = new HikariDataSource(poolOfOne());
        this.repository = PostgresDocumentRepository.create(new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                connection.setNetworkTimeout(Runnable::run, patience);
                return connection;
            }
        });
    }

    /** Runs the operation once without a fault. */
    void listen() throws SQLException {
        wire.onMessage(message -> {
            trace.hear(message);
            return message.bytes().length;
        });
        prepare();
        before = store.rows();
        trace.start();
        var thrown = call();
        trace.stop();
        if (!isOrdinary(thrown)) {
            throw new AssertionError("failed on a sound wire", thrown);
        }
        after = store.rows();
    }

    private HikariConfig poolOfOne() {
        var source = (PGSimpleDataSource) wire.dataSource();
        source.setApplicationName(WireStore.SESSION);
        source.setPrepareThreshold(warm ? 1 : 5);
        var settings = new HikariConfig();
        settings.setDataSource(source);
        settings.setMaximumPoolSize(1);
        settings.setMinimumIdle(0);
        settings.setConnectionTimeout(5_000);
        return settings;
    }

    WireTrace trace() {
        return trace;
    }

    List<WireCut> cuts() {
        return WireCut.of(trace.types(Direction.TO_SERVER), trace.types(Direction.TO_CLIENT));
    }

    /** Cuts the wire during the operation, and returns what is wrong with how that ends. */
    List<String> run(WireCut cut) throws SQLException {
        prepare();
        var fault = new WireFault(cut);
        wire.cutBy(cut.way() == WireCut.Way.RESET ? WireProxy.Cut.RESET : WireProxy.Cut.CLOSE);
        wire.onMessage(fault);
        patience = cut.isSilent() ? PATIENCE : 0;
        var thrown = call();
        patience = 0;
        fault.letGo();
        endSessions(cut.way() != WireCut.Way.LATE);
        var wrong = judge(cut, thrown, store.rows());
        if (!fault.hasStruck()) {
            wrong.add("was not cut");
        }
        wire.onMessage(message -> message.bytes().length);
        wrong.addAll(settle());
        return wrong.stream().map(each -> cut + ": " + each).toList();
    }

    /** Puts rows and pool back to where every trial begins. */
    private void prepare() throws SQLException {
        endSessions(true);
        if (warm) {
            store.reset();
            call();
            call();
        }
        store.reset();
        pool.getConnection().close();
    }

    /** Ends the sessions over the wire; if not at once, then when the server has read what is still on its way. */
    private void endSessions(boolean atOnce) throws SQLException {
        pool.getHikariPoolMXBean().softEvictConnections();
        if (atOnce) {
            wire.disconnect();
        }
        store.awaitEndOfSessions();
        wire.disconnect();
    }

    private @Nullable RuntimeException call() {
        var known = store.known();
        try {
            operation.call().on(repository, known);
            return null;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private List<String> judge(WireCut cut, @Nullable RuntimeException thrown, List<String> now) {
        var wrong = new ArrayList<String>();
        var place = trace.place(cut);
        if (!isExpected(place, thrown)) {
            wrong.add("told " + thrown + " when cut " + place);
        }
        if (thrown instanceof DocumentStoreException
                && !(thrown instanceof UnknownOutcomeException)
                && !now.equals(before)) {
            wrong.add("told that nothing was written, but there is " + now);
        }
        if (thrown instanceof UnknownOutcomeException && !now.equals(before) && !now.equals(after)) {
            wrong.add("half of it is there: " + now);
        }
        if (isOrdinary(thrown) && !now.equals(after)) {
            wrong.add("told that it is done, but there is " + now);
        }
        return wrong;
    }

    private boolean isExpected(WireTrace.Place place, @Nullable RuntimeException thrown) {
        if (operation.triesAgain()) {
            return isOrdinary(thrown);
        }
        return switch (place) {
            case BEFORE ->
                thrown instanceof StoreUnavailableException
                        // where a row was refused first, that is the first error
                        || operation.isRefused()
                                && thrown instanceof DocumentStoreException
                                && !(thrown instanceof UnknownOutcomeException);
            case DECIDING -> thrown instanceof UnknownOutcomeException;
            case AFTER -> isOrdinary(thrown);
        };
    }

    private static boolean isOrdinary(@Nullable RuntimeException thrown) {
        return thrown == null || thrown instanceof BatchRejectedException;
    }

    /** Over the same pool, a preview tells what a replay does, and the replay settles the batch. */
    private List<String> settle() throws SQLException {
        if (operation.batch().isEmpty()) {
            repository.count(Environment.LIVE, DocumentQuery.all());
            return List.of();
        }
        var wrong = new ArrayList<String>();
        boolean there = store.rows().equals(after) && !before.equals(after);
        var preview = repository.previewBatchUpsert(Environment.LIVE, operation.batch());
        var replay = repository.batchUpsertByExternalId(Environment.LIVE, operation.batch(), false);
        for (int i = 0; i < operation.batch().size(); i++) {
            var foretold = preview.items().get(i);
            var result = replay.items().get(i);
            if (!isSettled(foretold, result, there)) {
                wrong.add("foretold " + foretold + ", replayed " + result + (there ? ", was there" : ""));
            }
        }
        if (replay.counts().get(ItemOutcome.REFUSED) == 0 && !store.rows().equals(after)) {
            wrong.add("replayed, there is " + store.rows());
        }
        return wrong;
    }

    /** What only the database refuses, it has to be asked for. */
    private static boolean isSettled(ItemResult foretold, ItemResult result, boolean there) {
        return result.outcome() == ItemOutcome.REFUSED
                || result.outcome() == foretold.outcome() && (!there || foretold.outcome() == ItemOutcome.UNCHANGED);
    }

    @Override
    public void close() {
        pool.close();
        wire.close();
    }
}
