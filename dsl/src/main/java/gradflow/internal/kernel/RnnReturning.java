package gradflow.internal.kernel;

/** Back through a vanilla network: the factors are gain·δ_t. */
final class RnnReturning extends Returning {
    private final RnnTask task;
    private final StepSlopes slopes;

    /**
     * Starts with ∂L/∂h_T = s_T.
     *
     * @param slopes of the run; runs that go back side by side share them
     */
    RnnReturning(RnnTask task, RnnKernel.Seeds seeds, StepSlopes slopes) {
        super(seeds, task.hidden(), task.hidden());
        this.task = task;
        this.slopes = slopes;
    }

    @Override
    void split(int t, double kept) {
        Vectors.scale(g, kept);
        double[] slope = slopes.of(t);
        double gain = task.gain();
        double carry = task.carry();
        if (carry == 0) {
            move(gain, slope, g, factors);
            addExponent(slopes.exponent());
            return;
        }
        // A residual path keeps g itself in the sum, beside which a far smaller δ may be rounded away.
        for (int i = 0; i < g.length; i++) {
            double s = slopes.exponent() == 0 ? slope[i] : Math.scalb(slope[i], slopes.exponent());
            factors[i] = gain * s * g[i];
            g[i] = carry * g[i];
        }
    }

    private static void move(double gain, double[] slope, double[] g, double[] delta) {
        for (int i = 0; i < g.length; i++) {
            delta[i] = gain * slope[i] * g[i];
            g[i] = 0;
        }
    }
}
