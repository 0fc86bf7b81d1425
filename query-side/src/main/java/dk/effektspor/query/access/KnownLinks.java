package dk.effektspor.query.access;

import java.util.List;

/** Places of the chain as they are known outside the log, where whoever changes the log cannot change them too. */
@FunctionalInterface
interface KnownLinks {

    List<Link> links();
}
