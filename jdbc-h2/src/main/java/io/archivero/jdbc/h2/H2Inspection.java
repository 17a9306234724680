package io.archivero.jdbc.h2;

import io.archivero.Durability;
import io.archivero.IncompatibleStoreException;
import io.archivero.jdbc.DocumentDao;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be true of an H2 database before documents are entrusted to it: keys are compared exactly, and what was committed
 * lasts as long as the host asked for. Every refusal names the setting to change.
 */
final class H2Inspection {
    /** File systems of H2 that a thread's interrupt does not close. The plain one it does, for every thread. */
    private static final List<String> INTERRUPTIBLE_SAFELY = List.of("async:", "retry:");
    /** File systems of H2 that are no files at all. */
    private static final List<String> IN_MEMORY = List.of("memFS:", "memLZF:", "nioMemFS:", "nioMemLZF:");

    /**
     * The build of H2 2.5.252. It writes the header of its file before it has noted which chunk is the last, so that a file whose
     * process is killed then may open without the last commits; 2.4.240 notes it first.
     */
    private static final String LOSES_LAST_COMMITS = "252";

    private static final Logger LOG = LoggerFactory.getLogger(H2Inspection.class);

    private final Durability durability;

    H2Inspection(Durability durability) {
        this.durability = durability;
    }

    /** Refuses a database that would mix up keys or lose documents. */
    void run(DocumentDao dao) throws SQLException {
        var settings = settings(dao);
        checkComparison(dao, settings);
        if (durability != Durability.NONE) {
            checkDurability(dao, settings);
        }
    }

    private static void checkComparison(DocumentDao dao, Map<String, String> settings) {
        if (!settings.getOrDefault("IGNORECASE", "0").equals("0")) {
            throw new IncompatibleStoreException(
                    "IGNORECASE is on, so that keys which differ in case would be one: " + "use a database without it");
        }
        if (!settings.getOrDefault("COLLATION", "OFF").equalsIgnoreCase("OFF")) {
            throw new IncompatibleStoreException(
                    "COLLATION is set, so that keys which differ could be one: " + "use a database with COLLATION OFF");
        }
        if (ask(dao, "select '' is null", Boolean.class)) {
            throw new IncompatibleStoreException(
                    "MODE=" + settings.get("MODE") + " turns empty text into null: use a database in MODE=REGULAR");
        }
        if (ask(dao, "select 'a' = 'A' or 'a' = 'a '", Boolean.class)) {
            throw new IncompatibleStoreException("MODE=" + settings.get("MODE")
                    + " compares text loosely, so that keys which differ could be one: use a database in MODE=REGULAR");
        }
    }

    private void checkDurability(DocumentDao dao, Map<String, String> settings) throws SQLException {
        var path = path(dao);
        if (path == null || IN_MEMORY.stream().anyMatch(path::startsWith)) {
            return; // nothing outlives the process, and nobody expects it to
        }
        if (!settings.getOrDefault("WRITE_DELAY", "").equals("0")) {
            throw new IncompatibleStoreException("WRITE_DELAY is " + settings.get("WRITE_DELAY")
                    + " ms, so that committed documents would be lost when the process dies: add WRITE_DELAY=0 to the URL"
                    + ", or ask for Durability.NONE");
        }
        if (!isRemote(dao) && INTERRUPTIBLE_SAFELY.stream().noneMatch(path::contains)) {
            throw new IncompatibleStoreException(
                    "the database file would be closed for every thread when one of them is "
                            + "interrupted: begin the URL with jdbc:h2:async: or jdbc:h2:retry:, or ask for Durability.NONE");
        }
        if (LOSES_LAST_COMMITS.equals(settings.get("info.BUILD_ID"))) {
            LOG.warn("H2 2.5.252 can lose the last commits when its process is killed: use 2.4.240");
        }
        if (durability == Durability.POWER_LOSS) {
            dao.getHandle().execute("checkpoint"); // fails here and now for a user who may not
        }
    }

    /** Whether the database runs in another process, whose threads this one's interrupts do not reach. */
    private static boolean isRemote(DocumentDao dao) throws SQLException {
        var url = dao.getHandle().getConnection().getMetaData().getURL();
        return url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:");
    }

    private static @Nullable String path(DocumentDao dao) {
        return dao.getHandle()
                .createQuery("select database_path()")
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /** The columns are taken by position: how their names are spelled depends on a setting too. */
    private static Map<String, String> settings(DocumentDao dao) {
        var settings = new TreeMap<String, String>();
        dao.getHandle()
                .createQuery("select * from INFORMATION_SCHEMA.SETTINGS")
                .map((row, context) -> settings.put(row.getString(1), row.getString(2)))
                .list();
        return settings;
    }

    private static <T> T ask(DocumentDao dao, String question, Class<T> answer) {
        return dao.getHandle().createQuery(question).mapTo(answer).one();
    }
}
