/** Not API: not exported, and free to change in any release. */
@NullMarked
package io.archivero.internal;

import org.jspecify.annotations.NullMarked;
