/**
 * Evidence and tools. For authors of backends: {@link io.archivero.testkit.DocumentRepositoryContract},
 * {@link io.archivero.testkit.JdbcContract} and {@link io.archivero.testkit.DocumentRepositoryLaws}. For everybody's tests:
 * {@link io.archivero.testkit.InMemoryDocumentRepository}, {@link io.archivero.testkit.DocumentArbitraries}, fakes that fail and
 * count, a clock that is moved by hand, and a real PostgreSQL.
 *
 * <p>Nothing here may be null unless it is marked {@link org.jspecify.annotations.Nullable}.
 */
@NullMarked
package io.archivero.testkit;

import org.jspecify.annotations.NullMarked;
