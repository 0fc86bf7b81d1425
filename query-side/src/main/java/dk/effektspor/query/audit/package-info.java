/** Whole cases for the auditor. */
@NullMarked
package dk.effektspor.query.audit;

import org.jspecify.annotations.NullMarked;
