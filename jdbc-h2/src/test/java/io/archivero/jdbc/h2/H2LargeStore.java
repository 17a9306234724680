package io.archivero.jdbc.h2;

import io.archivero.DocumentRepository;
import io.archivero.jdbc.MigrationScripts;
import io.archivero.testkit.LargeStore;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Many documents in H2, in memory. What a statement costs is H2's own account of it: {@code explain analyze}. */
final class H2LargeStore implements LargeStore {
    private static final String FILL = """
            insert into archivero_documents (
              environment, external_id, id, client_id, scope, type, fields, status, expires_at, metadata,
              created_at, updated_at, version)
            select
              ?, 'doc-' || lpad(cast(x as varchar), 8, '0'),
              cast(cast((? + x * 1000) * 65536 + 28672 as varbinary(8)) ||
                   cast(-9223372036854775808 + x as varbinary(8)) as uuid),
              cast(cast(cast(0 as bigint) as varbinary(8)) || cast(mod(x, ?) as varbinary(8)) as uuid),
              'MX', 'passport', '{"note":"' || repeat('x', 100) || '"}',
              case when mod(x, ?) = 0 then 'pending_review' else 'verified' end,
              dateadd(day, mod(x, ?), cast(? as date)),
              '{"group":' || mod(x, ?) || ',"number":' || x || '}',
              dateadd(second, x, cast(? as timestamp with time zone)),
              dateadd(second, mod(x * 7919, ?), cast(? as timestamp with time zone)),
              1
            from system_range(0, ? - 1)
            """;

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final Jdbi jdbi =
            Jdbi.create(JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final DocumentRepository repository;
    private final Explainer explainer = new Explainer();

    H2LargeStore() {
        repository = H2DocumentRepository.builder(jdbi).build();
        fill(jdbi, "live", LargeStore.size());
        fill(jdbi, "test", LargeStore.size() / 10);
        jdbi.getConfig(SqlStatements.class).setSqlLogger(explainer);
    }

    static void fill(Jdbi jdbi, String environment, int size) {
        long groups = Math.max(1, size / GROUP);
        jdbi.useHandle(handle -> handle.execute(
                FILL,
                environment,
                START.toEpochMilli(),
                groups,
                groups,
                groups,
                FIRST_DAY.toString(),
                groups,
                START.toString(),
                (long) size,
                START.toString(),
                (long) size));
    }

    @Override
    public DocumentRepository repository() {
        return repository;
    }

    @Override
    public void addOptionalIndexes() {
        var script = MigrationScripts.read(H2DocumentRepository.class, "/archivero-migrations/h2/optional-indexes.sql");
        jdbi.useHandle(handle -> handle.createScript(script.get(0)).execute());
    }

    @Override
    public long rowsVisited(Runnable call) {
        explainer.rows = 0;
        explainer.on = true;
        call.run();
        explainer.on = false;
        return explainer.rows;
    }

    /** Has every statement explained before it is executed, with the values that it is executed with. */
    private static final class Explainer implements SqlLogger {
        private boolean on;
        private long rows;

        @Override
        public void logBeforeExecution(StatementContext context) {
            if (!on) {
                return;
            }
            // As H2 writes a prepared statement: its text, and the values in braces. It reads that too.
            var prepared = context.getStatement().toString();
            var sql = prepared.substring(prepared.indexOf(':') + 1);
            try (var statement = context.getConnection().createStatement();
                    var plan = statement.executeQuery("explain analyze " + sql)) {
                plan.next();
                SCANNED.matcher(plan.getString(1)).results().forEach(found -> rows += Long.parseLong(found.group(1)));
            } catch (SQLException e) {
                throw new IllegalStateException("a statement could not be explained: " + sql, e);
            }
        }
    }
}
