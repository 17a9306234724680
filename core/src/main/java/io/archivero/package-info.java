/**
 * The public API: the {@link io.archivero.DocumentRepository}, the values that go in and come out of it, and its exceptions.
 *
 * <p>Nothing here may be null unless it is marked {@link org.jspecify.annotations.Nullable}. Every value is immutable.
 */
@NullMarked
package io.archivero;

import org.jspecify.annotations.NullMarked;
