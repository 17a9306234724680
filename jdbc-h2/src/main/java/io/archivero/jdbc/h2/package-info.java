/** Documents in H2, inside the process: start with {@link io.archivero.jdbc.h2.H2DocumentRepository}. */
@NullMarked
package io.archivero.jdbc.h2;

import org.jspecify.annotations.NullMarked;
