/** For authors of JDBC backends; hosts only meet {@link io.archivero.jdbc.JdbcRepositoryBuilder}, through its subclasses. */
@NullMarked
package io.archivero.jdbc;

import org.jspecify.annotations.NullMarked;
