/** What the service does a second, beside what the same database does bare, in the same run. */
@NullMarked
package dk.effektspor.bench;

import org.jspecify.annotations.NullMarked;
