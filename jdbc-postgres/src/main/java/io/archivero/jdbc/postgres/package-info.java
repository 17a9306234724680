/** Documents in PostgreSQL: start with {@link io.archivero.jdbc.postgres.PostgresDocumentRepository}. */
@NullMarked
package io.archivero.jdbc.postgres;

import org.jspecify.annotations.NullMarked;
