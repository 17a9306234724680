package io.archivero.constraints;

import io.archivero.ValidationLevel;

/**
 * The group of constraints that are evaluated at {@link ValidationLevel#STRICT} only, in addition to those of the
 * default group: {@code @Curp(groups = Strict.class) String curp}.
 */
public interface Strict {}
