/**
 * The JSON of the endpoint that batches come through: {@link io.archivero.wire.WireCodec} reads requests and writes responses, so
 * that a host can expose the operation in a few lines.
 *
 * <p>Nothing here may be null unless it is marked {@link org.jspecify.annotations.Nullable}.
 */
@NullMarked
package io.archivero.wire;

import org.jspecify.annotations.NullMarked;
