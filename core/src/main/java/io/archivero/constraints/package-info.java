/**
 * Constraints for the records of document types, for Jakarta Validation: those of the built-in voter card, most of
 * which a host may put on its own records too, and the group {@link io.archivero.constraints.Strict}.
 *
 * <p>As usual, a null value keeps every constraint here: add {@code @NotNull} where a value is required.
 */
@NullMarked
package io.archivero.constraints;

import org.jspecify.annotations.NullMarked;
