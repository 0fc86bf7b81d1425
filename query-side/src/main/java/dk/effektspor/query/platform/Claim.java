package dk.effektspor.query.platform;

/** A segment of a processing group, which one processor at a time may hold. */
record Claim(String group, int segment) {}
