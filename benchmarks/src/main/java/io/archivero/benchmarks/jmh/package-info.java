/** The JMH benchmarks: the full form, which {@link io.archivero.benchmarks.FullBench} runs. JMH fills the states. */
@NullUnmarked
package io.archivero.benchmarks.jmh;

import org.jspecify.annotations.NullUnmarked;
