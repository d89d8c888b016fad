package gradflow.internal.analysis;

/**
 * Where a number lies.
 *
 * @param lower a value that is attained, up to the rounding of one evaluation
 * @param upper a proven bound, infinite where none could be proved
 */
public record Bracket(double lower, double upper) {}
