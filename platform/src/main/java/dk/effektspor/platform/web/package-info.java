/** What every endpoint shares: problems, limits, correlation. */
@NullMarked
package dk.effektspor.platform.web;

import org.jspecify.annotations.NullMarked;
