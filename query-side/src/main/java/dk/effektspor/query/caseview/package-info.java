/** One document per case: what it is, its ladder and its compass. */
@NullMarked
package dk.effektspor.query.caseview;

import org.jspecify.annotations.NullMarked;
