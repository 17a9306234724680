/**
 * What many callers of one store have seen and been told, and whether that can be true. {@link io.archivero.testkit.history.History}
 * records calls, from several threads or processes; {@link io.archivero.testkit.history.HistoryChecker} judges them afterwards and knows
 * nothing of the store.
 *
 * <p>Nothing here may be null unless it is marked {@link org.jspecify.annotations.Nullable}.
 */
@NullMarked
package io.archivero.testkit.history;

import org.jspecify.annotations.NullMarked;
