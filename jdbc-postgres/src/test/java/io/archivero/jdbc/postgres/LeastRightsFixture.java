package io.archivero.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.archivero.DocumentRepository;
import io.archivero.SchemaMode;
import io.archivero.spi.RepositoryBuilder;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.JdbcFixture;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Two roles: one that owns the tables, by which the tests look behind the scenes, and one that may do what a repository needs. */
final class LeastRightsFixture extends JdbcFixture {
    static final LeastRightsFixture INSTANCE = of(EmbeddedPostgres.freshDatabase());

    private final DataSource tables;
    private final DataSource application;

    private LeastRightsFixture(DataSource tables, DataSource application) {
        super(tables);
        this.tables = tables;
        this.application = application;
    }

    private static LeastRightsFixture of(DataSource superuser) {
        var owner = new Role(superuser);
        owner.grant(
                PostgresRightsTest.inCurrentSchema(superuser, "usage"),
                PostgresRightsTest.inCurrentSchema(superuser, "create"));
        PostgresDocumentRepository.create(owner.dataSource());
        var application = new Role(superuser);
        application.grant(PostgresRightsTest.inCurrentSchema(superuser, "usage"));
        application.grant(PostgresRightsTest.ON_TABLES);
        return new LeastRightsFixture(owner.dataSource(), pool(application));
    }

    private static DataSource pool(Role role) {
        var settings = new HikariConfig();
        settings.setDataSource(role.dataSource());
        settings.setMaximumPoolSize(3); // the server has to do for all tests of this JVM
        return new HikariDataSource(settings);
    }

    @Override
    public DocumentRepository open(DataSource dataSource, Consumer<? super RepositoryBuilder<?>> options) {
        var builder = PostgresDocumentRepository.builder(dataSource == tables ? application : dataSource)
                .schemaMode(SchemaMode.VALIDATE);
        options.accept(builder);
        return builder.build();
    }
}
