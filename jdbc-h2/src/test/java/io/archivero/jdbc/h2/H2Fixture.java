package io.archivero.jdbc.h2;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.spi.RepositoryBuilder;
import io.archivero.testkit.JdbcFixture;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** H2 in memory, one database for all tests of this JVM. */
final class H2Fixture extends JdbcFixture {
    static final H2Fixture INSTANCE = new H2Fixture(JdbcConnectionPool.create(url(""), "sa", ""));

    /** A pool whose connections have autocommit off, and sessions in a time zone that the JVM is not in. */
    static final H2Fixture AUTOCOMMIT_OFF = new H2Fixture(autocommitOff());

    private H2Fixture(DataSource dataSource) {
        super(dataSource);
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
        var builder = H2DocumentRepository.builder(dataSource);
        options.accept(builder);
        return builder.build();
    }
}
