package gradflow.report;

import java.util.OptionalLong;

/**
 * Where a result comes from, so that it can be had again.
 *
 * @param expression the expression that made it, as it can be typed
 * @param seed the seed of its random draws; none where nothing is random
 * @param method how the numbers were computed, in a few words
 */
public record Provenance(String expression, OptionalLong seed, String method) {

    /** A result with random draws. */
    public Provenance(String expression, long seed, String method) {
        this(expression, OptionalLong.of(seed), method);
    }

    /** A result in which nothing is random. */
    public Provenance(String expression, String method) {
        this(expression, OptionalLong.empty(), method);
    }
}
