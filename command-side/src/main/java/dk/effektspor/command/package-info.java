/** The side caseworkers write to. */
@NullMarked
package dk.effektspor.command;

import org.jspecify.annotations.NullMarked;
