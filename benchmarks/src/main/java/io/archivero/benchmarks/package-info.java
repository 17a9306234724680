/**
 * What Archivero costs, beside hand-written JDBC and beside what others offer. Start with {@link io.archivero.benchmarks.QuickBench}.
 */
@NullMarked
package io.archivero.benchmarks;

import org.jspecify.annotations.NullMarked;
