package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.Line;

/**
 * A line in its place.
 *
 * @param afterSpoilt whether the line right before is not in its form
 */
record Placed<T extends Line>(int line, int offset, boolean afterSpoilt, T content) {}
