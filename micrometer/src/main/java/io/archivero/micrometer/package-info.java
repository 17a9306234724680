/** Calls, outcomes and retries of a repository as meters of Micrometer: {@link io.archivero.micrometer.MicrometerListener}. */
@NullMarked
package io.archivero.micrometer;

import org.jspecify.annotations.NullMarked;
