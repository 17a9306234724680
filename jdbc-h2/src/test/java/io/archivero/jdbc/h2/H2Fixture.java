package io.archivero.jdbc.h2;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.Durability;
import io.archivero.RetryPolicy;
import io.archivero.spi.RepositoryBuilder;
import io.archivero.testkit.JdbcFixture;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** H2 in memory, one database for all tests of this JVM. */
final class H2Fixture extends JdbcFixture {
    static final H2Fixture INSTANCE = new H2Fixture(pool(), RetryPolicy.DEFAULT, Durability.PROCESS_CRASH);

    /** A pool whose connections have autocommit off, and sessions in a time zone that the JVM is not in. */
    static final H2Fixture AUTOCOMMIT_OFF =
            new H2Fixture(autocommitOff(), RetryPolicy.DEFAULT, Durability.PROCESS_CRASH);

    /** For tests without rivals: there is nobody to make way for. */
    private static final RetryPolicy AT_ONCE = new RetryPolicy(3, Duration.ZERO, Duration.ZERO);

    private final RetryPolicy retryPolicy;
    private final Durability durability;

    /** A database of its own, for many a short test without rivals: retries do not wait, and every commit is confirmed. */
    static H2Fixture hasty() {
        return new H2Fixture(pool(), AT_ONCE, Durability.POWER_LOSS);
    }

    private H2Fixture(DataSource dataSource, RetryPolicy retryPolicy, Durability durability) {
        super(dataSource);
        this.retryPolicy = retryPolicy;
        this.durability = durability;
    }

    private static DataSource pool() {
        return JdbcConnectionPool.create(url(""), "sa", "");
    }

    private static DataSource autocommitOff() {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url(";TIME ZONE=America/Los_Angeles"));
        settings.setUsername("sa");
        settings.setMaximumPoolSize(12);
        settings.setAutoCommit(false);
        return new HikariDataSource(settings);
    }

    private static String url(String settings) {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings;
    }

    @Override
    public DocumentRepository open(DataSource dataSource, Consumer<? super RepositoryBuilder<?>> options) {
        var builder = H2DocumentRepository.builder(dataSource)
                .retryPolicy(retryPolicy)
                .durability(durability);
        options.accept(builder);
        return builder.build();
    }
}
