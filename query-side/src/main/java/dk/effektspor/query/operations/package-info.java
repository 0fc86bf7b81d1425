/** What the one who runs Effektspor can see of the views, and do to them. */
@NullMarked
package dk.effektspor.query.operations;

import org.jspecify.annotations.NullMarked;
