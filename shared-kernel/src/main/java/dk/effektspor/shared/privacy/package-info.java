/** Personal data as it travels: sealed under the citizen's own key, never in clear. */
@NullMarked
package dk.effektspor.shared.privacy;

import org.jspecify.annotations.NullMarked;
