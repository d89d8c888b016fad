package gradflow.notes;

/**
 * When two numbers count as equal.
 *
 * @param relative to the number that stands in the note
 * @param absolute 0 unless the author says otherwise, since a vanished gradient is not nearly 0
 * @param ellipsis whether a line of dots stands for any lines
 */
record Tolerance(double relative, double absolute, boolean ellipsis) {}
