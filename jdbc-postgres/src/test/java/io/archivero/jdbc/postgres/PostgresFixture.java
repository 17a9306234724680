package io.archivero.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.spi.RepositoryBuilder;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.JdbcFixture;
import java.time.ZoneId;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A real PostgreSQL, one database for all tests of this JVM. */
final class PostgresFixture extends JdbcFixture {
    static final PostgresFixture INSTANCE = new PostgresFixture(pool(true));

    /** A pool whose connections have autocommit off. */
    static final PostgresFixture AUTOCOMMIT_OFF = new PostgresFixture(pool(false));

    private static DataSource pool(boolean autocommit) {
        var settings = new HikariConfig();
        settings.setDataSource(EmbeddedPostgres.freshDatabase(ZoneId.of("America/Los_Angeles")));
        settings.setMaximumPoolSize(12);
        settings.setAutoCommit(autocommit);
        return new HikariDataSource(settings);
    }

    private PostgresFixture(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public DocumentRepository open(DataSource dataSource, Consumer<? super RepositoryBuilder<?>> options) {
        var builder = PostgresDocumentRepository.builder(dataSource);
        options.accept(builder);
        return builder.build();
    }
}
