package io.archivero.jdbc.h2;

import io.archivero.DocumentRepository;
import io.archivero.SchemaMode;
import io.archivero.spi.RepositoryBuilder;
import io.archivero.testkit.JdbcFixture;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Two users: the administrator, as whom the tests look behind the scenes, and one who may do what a repository needs. */
final class LeastRightsFixture extends JdbcFixture {
    static final LeastRightsFixture INSTANCE =
            new LeastRightsFixture("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    private final DataSource administrator;
    private final DataSource application;

    private LeastRightsFixture(String url) {
        this(JdbcConnectionPool.create(url, "sa", ""), url);
    }

    private LeastRightsFixture(DataSource administrator, String url) {
        super(administrator);
        this.administrator = administrator;
        H2DocumentRepository.create(administrator);
        try (var connection = administrator.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create user application password ''");
            for (var right : H2RightsTest.ON_TABLES) {
                statement.execute("grant " + right + " to application");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.application = JdbcConnectionPool.create(url.replace(";DB_CLOSE_DELAY=-1", ""), "application", "");
    }

    @Override
    public DocumentRepository open(DataSource dataSource, Consumer<? super RepositoryBuilder<?>> options) {
        var builder = H2DocumentRepository.builder(dataSource == administrator ? application : dataSource)
                .schemaMode(SchemaMode.VALIDATE);
        options.accept(builder);
        return builder.build();
    }
}
