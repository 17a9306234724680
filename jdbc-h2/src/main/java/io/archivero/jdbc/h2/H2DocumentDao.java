package io.archivero.jdbc.h2;

import io.archivero.jdbc.Backend;
import io.archivero.jdbc.DocumentDao;
import java.sql.SQLException;

/** What H2 does its own way, but for {@link H2Statements}. */
interface H2DocumentDao extends DocumentDao {
    /** Nobody else of this process is opening a repository meanwhile: see {@link H2DocumentRepository.Builder#build()}. */
    @Override
    default void migrateAlone(Backend.Step scripts) throws SQLException {
        scripts.run(this);
    }
}
