package dk.effektspor.command.importing;

/**
 * A line with its place in the file.
 *
 * @param number counted from 1
 */
record Job(long number, ImportLine line) {}
