package dk.effektspor.shared.catalogue;

import java.util.List;

/** Opens the organisation for tests that need a small one of their own. */
public final class UnitTrees {

    private UnitTrees() {}

    public static UnitTree of(List<Unit> units) {
        return new UnitTree(units);
    }
}
