package gradflow.report;

/**
 * A wish to see one column as bars beside the table, where the form allows it (a terminal does; CSV doesn't).
 *
 * @param column index of the column that the lengths come from
 * @param logarithmic whether lengths follow the logarithm, so that a constant rate per step is a straight edge
 */
public record Bar(int column, boolean logarithmic) {}
