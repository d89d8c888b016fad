package gradflow.internal.kernel;

import java.util.function.IntFunction;

/** φ′(z_t) of one step after the other, in an array of its own: only there do loops over it make vector instructions. */
final class StepSlopes {
    private final IntFunction<RnnStretch> withStep;
    private final double[] slopes;
    private int step;
    private int exponent;

    /**
     * @param hidden n
     * @param withStep finds a stretch of the run that has a step
     */
    StepSlopes(int hidden, IntFunction<RnnStretch> withStep) {
        this.withStep = withStep;
        slopes = new double[hidden];
    }

    /** {@return φ′(z_t) without its power of two, {@code [n]}, to be read only; the same array each time} */
    double[] of(int t) {
        if (t != step) {
            RnnStretch stretch = withStep.apply(t);
            Vectors.copy(stretch.slope, stretch.slopeAt(t), slopes);
            exponent = stretch.slopeExponent(t);
            step = t;
        }
        return slopes;
    }

    /** {@return the power of two of the step that was asked for last} */
    int exponent() {
        return exponent;
    }
}
