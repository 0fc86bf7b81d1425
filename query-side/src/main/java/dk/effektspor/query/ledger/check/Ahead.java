package dk.effektspor.query.ledger.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A long sequence that is read as far ahead as somebody looks. */
final class Ahead<T> {

    private final Supplier<List<T>> pages;
    private final Deque<T> read = new ArrayDeque<>();
    private boolean atEnd;

    /** @param pages the next piece; an empty one at the end */
    Ahead(Supplier<List<T>> pages) {
        this.pages = pages;
    }

    boolean isEmpty() {
        return !has(1);
    }

    private boolean has(int count) {
        while (read.size() < count && !atEnd) {
            List<T> page = pages.get();
            atEnd = page.isEmpty();
            read.addAll(page);
        }
        return read.size() >= count;
    }

    T first() {
        has(1);
        return read.getFirst();
    }

    T take() {
        has(1);
        return read.removeFirst();
    }

    /** The next so many, fewer at the end, without taking them. */
    List<T> look(int count) {
        has(count);
        Iterator<T> next = read.iterator();
        return Stream.generate(next::next).limit(Math.min(count, read.size())).toList();
    }
}
