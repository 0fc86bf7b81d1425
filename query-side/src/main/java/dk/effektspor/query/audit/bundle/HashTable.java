package dk.effektspor.query.audit.bundle;

import dk.effektspor.query.ledger.proof.Hash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each hash a number once: the proofs of one case share most of their way to the root. */
final class HashTable {

    private static final int PER_LINE = 100;

    private final Map<Hash, Integer> numbers = new LinkedHashMap<>();

    List<Integer> numbered(List<Hash> path) {
        List<Integer> numbered = new ArrayList<>(path.size());
        for (Hash hash : path) {
            numbered.add(numbers.computeIfAbsent(hash, h -> numbers.size()));
        }
        return numbered;
    }

    List<Line.Hashes> lines() {
        List<Hash> all = List.copyOf(numbers.keySet());
        List<Line.Hashes> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i += PER_LINE) {
            lines.add(new Line.Hashes(all.subList(i, Math.min(all.size(), i + PER_LINE))));
        }
        return lines;
    }
}
