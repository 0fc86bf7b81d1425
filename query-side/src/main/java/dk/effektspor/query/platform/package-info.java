/** How views are kept: MongoDB, tokens, processors, lag. */
@NullMarked
package dk.effektspor.query.platform;

import org.jspecify.annotations.NullMarked;
