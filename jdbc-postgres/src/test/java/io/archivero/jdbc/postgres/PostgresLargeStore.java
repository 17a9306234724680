package io.archivero.jdbc.postgres;

import io.archivero.DocumentRepository;
import io.archivero.JsonObject;
import io.archivero.jdbc.MigrationScripts;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.LargeStore;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Many documents in PostgreSQL. What a statement costs is said by the server's own auto_explain, of the very plan that was carried
 * out, with the statement prepared as it always is.
 */
final class PostgresLargeStore implements LargeStore {
    private static final String FILL = """
            insert into archivero_documents (
              environment, external_id, id, client_id, scope, type, fields, status, expires_at, metadata,
              created_at, updated_at, version)
            select
              :environment, 'doc-' || lpad(x::text, 8, '0'),
              (lpad(to_hex((:start + x * 1000) * 65536 + 28672), 16, '0') || '8000' || lpad(to_hex(x), 12, '0'))::uuid,
              ('0000000000000000' || lpad(to_hex(x % :groups), 16, '0'))::uuid,
              'MX', 'passport', '{"note":"' || repeat('x', 100) || '"}',
              case when x % :groups = 0 then 'pending_review' else 'verified' end,
              cast(:day as date) + cast(x % :groups as integer),
              '{"group":' || x % :groups || ',"number":' || x || '}',
              timestamp with time zone 'epoch' + make_interval(secs => :start / 1000 + x),
              timestamp with time zone 'epoch' + make_interval(secs => :start / 1000 + x * 7919 % :size),
              1
            from generate_series(0::bigint, :size - 1) as x
            """;

    /** Plans are sent to the client as notices. A connection that is kept keeps its prepared statements too. */
    private static final List<String> EXPLAIN = List.of(
            "load 'auto_explain'",
            "set auto_explain.log_min_duration = 0",
            "set auto_explain.log_analyze = on",
            "set auto_explain.log_timing = off",
            "set auto_explain.log_format = json",
            "set auto_explain.log_level = notice");

    private final Jdbi jdbi;
    private final DocumentRepository repository;
    private final Planner planner = new Planner();

    /** Makes the server plan as {@code plan_cache_mode} says. */
    PostgresLargeStore(String planCacheMode) throws SQLException {
        jdbi = Jdbi.create(
                new SingleConnectionDataSource(EmbeddedPostgres.freshDatabase().getConnection(), true));
        repository = PostgresDocumentRepository.builder(jdbi).build();
        fill(jdbi, "live", LargeStore.size());
        fill(jdbi, "test", LargeStore.size() / 10);
        jdbi.useHandle(handle -> {
            handle.execute("vacuum analyze archivero_documents");
            handle.execute("set plan_cache_mode = " + planCacheMode);
            EXPLAIN.forEach(handle::execute);
        });
        jdbi.getConfig(SqlStatements.class).setSqlLogger(planner);
    }

    static void fill(Jdbi jdbi, String environment, long size) {
        jdbi.useHandle(handle -> handle.createUpdate(FILL)
                .bind("environment", environment)
                .bind("start", START.toEpochMilli())
                .bind("groups", Math.max(1, size / GROUP))
                .bind("day", FIRST_DAY)
                .bind("size", size)
                .execute());
    }

    @Override
    public DocumentRepository repository() {
        return repository;
    }

    @Override
    public void addOptionalIndexes() {
        var script = MigrationScripts.read(
                PostgresDocumentRepository.class, "/archivero-migrations/postgres/optional-indexes.sql");
        jdbi.useHandle(handle -> {
            handle.createScript(script.get(0)).execute();
            handle.execute("vacuum analyze archivero_documents");
        });
    }

    @Override
    public long rowsVisited(Runnable call) {
        planner.rows = 0;
        planner.on = true;
        call.run();
        planner.on = false;
        return planner.rows;
    }

    /** Adds up the rows of the plans that were carried out. */
    private static final class Planner implements SqlLogger {
        private boolean on;
        private long rows;

        @Override
        public void logAfterExecution(StatementContext context) {
            if (!on) {
                return;
            }
            try {
                for (var warning = context.getStatement().getWarnings(); warning != null; ) {
                    add(warning);
                    warning = warning.getNextWarning();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void add(SQLWarning warning) {
            var message = warning.getMessage();
            int plan = message.indexOf('{');
            if (plan >= 0) {
                rows += visited((Map<?, ?>)
                        JsonObject.parse(message.substring(plan)).asMap().get("Plan"));
            }
        }

        private static long visited(Map<?, ?> node) {
            long below = node.get("Plans") instanceof List<?> plans
                    ? plans.stream()
                            .mapToLong(plan -> visited((Map<?, ?>) plan))
                            .sum()
                    : 0;
            boolean reads = node.containsKey("Relation Name") || "Bitmap Index Scan".equals(node.get("Node Type"));
            return below + (reads ? rowsOf(node) : 0);
        }

        private static long rowsOf(Map<?, ?> node) {
            double each = number(node, "Actual Rows")
                    + number(node, "Rows Removed by Filter")
                    + number(node, "Rows Removed by Index Recheck");
            return Math.round(each * number(node, "Actual Loops"));
        }

        private static double number(Map<?, ?> node, String key) {
            return node.get(key) instanceof Number number ? number.doubleValue() : 0;
        }
    }
}
