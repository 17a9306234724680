package io.archivero.testkit;

import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The tests of one topic of the contract of repositories over JDBC. */
abstract class JdbcTopic extends ContractTopic {
    final JdbcFixture jdbc;
    final DocumentTable table;

    JdbcTopic(JdbcFixture fixture) {
        super(fixture);
        this.jdbc = fixture;
        this.table = fixture.table();
    }

    /** Opens a repository over a DataSource that wraps the fixture's. */
    final DocumentRepository over(DataSource dataSource) {
        return remember(jdbc.open(dataSource, options -> options.clock(clock)));
    }

    /** Returns so many items whose content depends on the seed. */
    static List<DocumentUpsert> items(int count, long seed) {
        return IntStream.range(0, count)
                .mapToObj(i -> item("item " + i).size(seed).build())
                .toList();
    }
}
