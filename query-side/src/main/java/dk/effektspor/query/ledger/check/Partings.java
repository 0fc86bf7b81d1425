package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.proof.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds two sequences of leaves against each other and finds the places where they part and meet again. */
final class Partings {

    /** How far is looked for where they meet again. */
    static final int WINDOW = 20_000;

    /** They nearly always meet again within this. */
    private static final int NEAR = 64;

    /** More than this many places are no news. */
    static final int MOST = 1_000;

    private Partings() {}

    /** @param position of the first expected leaf */
    static List<Parting> between(Ahead<Leaf> stored, Ahead<Hash> expected, long position) {
        List<Parting> partings = new ArrayList<>();
        long at = position;
        while (partings.size() < MOST && !(stored.isEmpty() && expected.isEmpty())) {
            if (!stored.isEmpty()
                    && !expected.isEmpty()
                    && stored.first().hash().equals(expected.first())) {
                stored.take();
                expected.take();
                at++;
                continue;
            }
            Parting parting = parting(stored, expected, at);
            partings.add(parting);
            parting.stored().forEach(leaf -> stored.take());
            parting.expected().forEach(leaf -> expected.take());
            at += parting.expected().size();
            if (parting.toTheEnd()) {
                break;
            }
        }
        return partings;
    }

    private static Parting parting(Ahead<Leaf> stored, Ahead<Hash> expected, long at) {
        Parting near = parting(stored.look(NEAR), expected.look(NEAR), at);
        return near.toTheEnd() ? parting(stored.look(WINDOW), expected.look(WINDOW), at) : near;
    }

    private static Parting parting(List<Leaf> ours, List<Hash> theirs, long at) {
        Map<Hash, Integer> places = new HashMap<>();
        for (int i = theirs.size() - 1; i >= 0; i--) {
            places.put(theirs.get(i), i);
        }
        int skipped = ours.size();
        int missed = theirs.size();
        boolean meets = false;
        // The shortest way to where both go on alike.
        for (int i = 0; i < ours.size() && (!meets || i < skipped + missed); i++) {
            Integer place = places.get(ours.get(i).hash());
            if (place != null && (!meets || i + place < skipped + missed)) {
                skipped = i;
                missed = place;
                meets = true;
            }
        }
        return new Parting(at, ours.subList(0, skipped), theirs.subList(0, missed), !meets);
    }
}
