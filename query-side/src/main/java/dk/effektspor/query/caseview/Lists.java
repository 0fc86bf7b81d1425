package dk.effektspor.query.caseview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Lists that a fold makes anew instead of changing. */
final class Lists {

    private Lists() {}

    static <T> List<T> and(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    /** Changes the one element that matches; a history in which it does not exist cannot be folded. */
    static <T> List<T> change(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(list);
        for (int i = 0; i < changed.size(); i++) {
            if (which.test(changed.get(i))) {
                changed.set(i, change.apply(changed.get(i)));
                return List.copyOf(changed);
            }
        }
        throw new IllegalStateException("The event is about something the case does not hold");
    }
}
