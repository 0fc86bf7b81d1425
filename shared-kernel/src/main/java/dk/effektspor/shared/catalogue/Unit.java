package dk.effektspor.shared.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A unit of the organisation in one of its effective-dated versions: a unit that moves in the tree has one entry for
 * each parent.
 *
 * @param parent code of the unit above, absent at the top
 * @param authority whether the unit decides (myndighed) and can be responsible for a case
 */
public record Unit(String code, Text name, @Nullable String parent, boolean authority, Validity validity) {}
