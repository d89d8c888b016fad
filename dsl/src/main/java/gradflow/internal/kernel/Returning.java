package gradflow.internal.kernel;

import java.util.Arrays;

/**
 * The gradient of a network's state on its way back through time, with an exponent of its own. One step is {@link #split}, the
 * product with W_hh, {@link #settle}.
 */
abstract class Returning {
    private final double[] seed;
    private final boolean everyStep;

    /** ∂L/∂(state after step t), after {@link #split} only the part that goes round W_hh. */
    final double[] g;

    /** What W_hh is multiplied by from the left: the product belongs to the first entries of g. */
    final double[] factors;

    private long exponent;

    /**
     * Starts with ∂L/∂h_T = s_T.
     *
     * @param seeds the loss's own
     * @param width entries of a state
     * @param rows of W_hh
     */
    Returning(RnnKernel.Seeds seeds, int width, int rows) {
        seed = seeds.last().shared()[0];
        everyStep = seeds.everyStep();
        g = Arrays.copyOf(seed, width);
        factors = new double[rows];
        exponent = Vectors.recentre(g, 0, width);
    }

    /** {@return the power of two of g and of the factors} */
    final long exponent() {
        return exponent;
    }

    /** Takes over a power of two that g and the factors had in common. */
    final void addExponent(int more) {
        exponent += more;
    }

    /** Goes through φ of step t, after the gradient is multiplied by {@code kept}. */
    abstract void split(int t, double kept);

    /**
     * Adds what the loss says of this step's state by itself.
     *
     * @param own read and spoilt, {@code [n]}
     */
    final void join(double[] own) {
        exponent = Vectors.addSpoiling(own, g, exponent);
        exponent += Vectors.recentre(g, 0, g.length);
    }

    /** Makes the gradient before step t of the sum of both parts. */
    final void settle(int t) {
        if (everyStep && t > 1) {
            exponent = Vectors.add(seed, g, exponent);
        }
        exponent += Vectors.recentre(g, 0, g.length);
    }
}
