/** Checks a bundle with nothing but the file: no server, network or database. */
@NullMarked
package dk.effektspor.query.audit.verify;

import org.jspecify.annotations.NullMarked;
