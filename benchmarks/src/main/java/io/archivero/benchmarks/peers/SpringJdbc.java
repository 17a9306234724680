package io.archivero.benchmarks.peers;

import io.archivero.DocumentUpsert;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Contender;
import io.archivero.benchmarks.Place;
import io.archivero.benchmarks.Shelf;
import io.archivero.benchmarks.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's JdbcTemplate: {@code batchUpdate} with upserts, and one query that reads back what they did. */
final class SpringJdbc implements Contender {
    private final Place place;
    private final Shelf shelf;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    SpringJdbc(Place place) {
        this.place = place;
        this.shelf = new Table(place);
        this.jdbc = new JdbcTemplate(place.dataSource());
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(place.dataSource()));
    }

    @Override
    public String name() {
        return "spring-jdbc";
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    @Override
    public Answers upsert(List<DocumentUpsert> items) throws SQLException {
        var answers = Objects.requireNonNull(transactions.execute(status -> inTransaction(items)), "answers");
        place.sync(answers);
        return answers;
    }

    private Answers inTransaction(List<DocumentUpsert> items) {
        var rows = CardRow.hashed(items);
        jdbc.batchUpdate(Sql.upsert(place.backend()), rows, rows.size(), (statement, row) -> row.bind(statement));
        var keys = rows.stream().map(CardRow::externalId).toArray(String[]::new);
        var found = jdbc.query(
                Sql.find(place.backend()),
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("varchar", keys)),
                (row, number) -> StoredCard.of(row));
        return StoredCard.readBack(items, rows, found);
    }

    @Override
    public void close() {
        place.close();
    }
}
