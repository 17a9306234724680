package io.archivero.testkit;

import io.archivero.DocumentRepository;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** A pool of one connection, and transactions of the library's own. */
final class PooledSetting implements FaultSetting {
    private final OneConnectionPool pool;
    private final FailingDataSource failing;
    private final DocumentRepository repository;

    PooledSetting(DataSource database, HostPool.Setup setup, Function<DataSource, DocumentRepository> opener) {
        pool = new OneConnectionPool(database, setup);
        failing = new FailingDataSource(pool, Marked.WORD);
        repository = opener.apply(failing);
    }

    @Override
    public FailingDataSource failing() {
        return failing;
    }

    @Override
    public boolean owns() {
        return true;
    }

    @Override
    public boolean retries() {
        return true;
    }

    @Override
    public DocumentRepository begin() {
        return repository;
    }

    @Override
    public List<String> end() throws SQLException {
        return pool.complaints();
    }

    @Override
    public boolean lost() {
        return false;
    }

    @Override
    public void close() throws SQLException {
        pool.close();
    }
}
