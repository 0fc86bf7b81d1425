/** One file with all of a case and what proves it; docs/verify.md specifies its form. */
@NullMarked
package dk.effektspor.query.audit.bundle;

import org.jspecify.annotations.NullMarked;
