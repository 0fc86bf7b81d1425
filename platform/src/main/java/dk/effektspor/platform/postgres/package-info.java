/** PostgreSQL, embedded in the data folder or external. */
@NullMarked
package dk.effektspor.platform.postgres;

import org.jspecify.annotations.NullMarked;
