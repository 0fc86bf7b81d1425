package dk.effektspor.platform.serialization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.util.StdConverter;

/** Writes a set in its elements' order, so that the same fact has the same bytes in every process. */
final class SortedWhenWritten extends StdConverter<Set<?>, List<?>> {

    @Override
    @SuppressWarnings("unchecked") // checked element by element
    public List<?> convert(Set<?> set) {
        List<Object> elements = new ArrayList<>(set);
        if (elements.stream().allMatch(Comparable.class::isInstance)) {
            elements.sort((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder());
        }
        return elements;
    }
}
