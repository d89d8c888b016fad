package gradflow.report;

/**
 * Where a result comes from, so that it can be had again.
 *
 * @param expression the expression that made it, as it can be typed
 * @param seed the seed of its random draws
 * @param method how the numbers were computed, in a few words
 */
public record Provenance(String expression, long seed, String method) {}
