/** Small hosts that run. */
@NullMarked
package io.archivero.examples;

import org.jspecify.annotations.NullMarked;
