package io.archivero.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.RetryPolicy;
import io.archivero.spi.RepositoryBuilder;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.JdbcFixture;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A real PostgreSQL, one database for all tests of this JVM. */
final class PostgresFixture extends JdbcFixture {
    static final PostgresFixture INSTANCE = new PostgresFixture(pool(true), RetryPolicy.DEFAULT);

    /** A pool whose connections have autocommit off. */
    static final PostgresFixture AUTOCOMMIT_OFF = new PostgresFixture(pool(false), RetryPolicy.DEFAULT);

    /** For tests without rivals: there is nobody to make way for. */
    private static final RetryPolicy AT_ONCE = new RetryPolicy(3, Duration.ZERO, Duration.ZERO);

    private final RetryPolicy retryPolicy;

    /** A database of its own, for many a short test without rivals: neither retries nor commits wait. */
    static PostgresFixture hasty() {
        var settings = settings(true);
        settings.setConnectionInitSql("set synchronous_commit = off");
        return new PostgresFixture(new HikariDataSource(settings), AT_ONCE);
    }

    private static DataSource pool(boolean autocommit) {
        return new HikariDataSource(settings(autocommit));
    }

    private static HikariConfig settings(boolean autocommit) {
        var settings = new HikariConfig();
        settings.setDataSource(EmbeddedPostgres.freshDatabase(ZoneId.of("America/Los_Angeles")));
        settings.setMaximumPoolSize(12);
        settings.setAutoCommit(autocommit);
        return settings;
    }

    private PostgresFixture(DataSource dataSource, RetryPolicy retryPolicy) {
        super(dataSource);
        this.retryPolicy = retryPolicy;
    }

    @Override
    public DocumentRepository open(DataSource dataSource, Consumer<? super RepositoryBuilder<?>> options) {
        var builder = PostgresDocumentRepository.builder(dataSource).retryPolicy(retryPolicy);
        options.accept(builder);
        return builder.build();
    }
}
