/** The endpoint of the wire format, served by the JDK's own HTTP server. */
@NullMarked
package io.archivero.examples.http;

import org.jspecify.annotations.NullMarked;
