/** The JMH benchmarks: the full form, which {@link io.archivero.benchmarks.FullBench} runs. */
@NullMarked
package io.archivero.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
