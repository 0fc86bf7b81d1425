/** Sets pages: from parts of text to a tagged PDF with its fonts inside. Knows nothing of cases. */
@NullMarked
package dk.effektspor.query.audit.paper.page;

import org.jspecify.annotations.NullMarked;
