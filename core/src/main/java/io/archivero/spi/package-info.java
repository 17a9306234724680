/** For authors of backends: the storage interface and the rules that every backend shares. Hosts need none of it. */
@NullMarked
package io.archivero.spi;

import org.jspecify.annotations.NullMarked;
