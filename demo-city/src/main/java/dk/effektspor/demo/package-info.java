/** An invented city's cases as an import file, the same for the same seed. */
@NullMarked
package dk.effektspor.demo;

import org.jspecify.annotations.NullMarked;
