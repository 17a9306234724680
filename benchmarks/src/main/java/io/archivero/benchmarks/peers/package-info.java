/** The contenders: every way to store a batch that is compared with Archivero, and Archivero itself. */
@NullMarked
package io.archivero.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
