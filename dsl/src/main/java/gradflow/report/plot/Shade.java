package gradflow.report.plot;

/**
 * How one value of a heat map looks.
 *
 * @param step in characters, 0 for the smallest values to {@code Shades.STEPS - 1} for the largest
 * @param colour elsewhere, as #1f968b
 */
public record Shade(int step, String colour) {}
