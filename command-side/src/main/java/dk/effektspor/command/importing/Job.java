package dk.effektspor.command.importing;

/**
 * A line with its place in the file.
 *
 * @param number counted from 1
 * @param bytes its length in the file
 */
record Job(long number, ImportLine line, int bytes) {}
