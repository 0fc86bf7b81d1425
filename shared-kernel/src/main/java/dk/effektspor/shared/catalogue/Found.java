package dk.effektspor.shared.catalogue;

/** A catalogue entry with the place it was read from. */
record Found<T>(T it, Entry at) {}
