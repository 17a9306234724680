package io.archivero.jdbc.h2;

import io.archivero.DocumentRepository;
import io.archivero.spi.RepositoryBuilder;
import io.archivero.testkit.JdbcFixture;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** H2 in memory, one database for all tests of this JVM. */
final class H2Fixture extends JdbcFixture {
    static final H2Fixture INSTANCE = new H2Fixture(
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));

    private H2Fixture(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public DocumentRepository open(DataSource dataSource, Consumer<? super RepositoryBuilder<?>> options) {
        var builder = H2DocumentRepository.builder(dataSource);
        options.accept(builder);
        return builder.build();
    }
}
