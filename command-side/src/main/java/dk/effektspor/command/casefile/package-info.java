/** The case itself: opened, handed on, noted in, closed. */
@NullMarked
package dk.effektspor.command.casefile;

import org.jspecify.annotations.NullMarked;
