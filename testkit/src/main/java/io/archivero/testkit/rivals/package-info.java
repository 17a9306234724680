/**
 * Threads that work on the same documents all at once, in every way a repository has, and write down what they were told, for
 * {@link io.archivero.testkit.history.HistoryChecker}.
 *
 * <p>Nothing here may be null unless it is marked {@link org.jspecify.annotations.Nullable}.
 */
@NullMarked
package io.archivero.testkit.rivals;

import org.jspecify.annotations.NullMarked;
