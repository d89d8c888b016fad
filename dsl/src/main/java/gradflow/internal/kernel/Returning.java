package gradflow.internal.kernel;

/**
 * ∂L/∂h_t on its way back through a vanilla network, with an exponent of its own. One step is {@link #split}, the product
 * with W_hh, {@link #settle}.
 */
final class Returning {
    private final RnnTask task;
    private final Trajectory run;
    private final double[] seed;
    private final boolean everyStep;

    /** ∂L/∂h_t, after {@link #split} only the part that goes round φ. */
    final double[] g;

    /** gain·δ_t. */
    final double[] delta;

    private final double[] slopes;
    private long exponent;

    /** Starts with ∂L/∂h_T = s_T. */
    Returning(RnnTask task, Trajectory run, RnnKernel.Seeds seeds) {
        this.task = task;
        this.run = run;
        seed = seeds.last().shared()[0];
        everyStep = seeds.everyStep();
        g = seed.clone();
        delta = new double[g.length];
        slopes = new double[g.length];
        exponent = Vectors.recentre(g, 0, g.length);
    }

    /** {@return the power of two of g and of delta} */
    long exponent() {
        return exponent;
    }

    /** Makes δ_t of ∂L/∂h_t, which is multiplied by {@code kept} first. */
    void split(int t, double kept) {
        RnnStretch stretch = run.withStep(t);
        Vectors.copy(stretch.slope, stretch.slopeAt(t), slopes);
        split(slopes, stretch.slopeExponent(t), kept);
    }

    /**
     * The same.
     *
     * @param slopes read, {@code [n]}: φ′(z_t) without its power of two
     * @param slopeExponent that power
     */
    void split(double[] slopes, int slopeExponent, double kept) {
        Vectors.scale(g, kept);
        double gain = task.gain();
        double carry = task.carry();
        if (carry == 0) {
            move(gain, slopes, g, delta);
            exponent += slopeExponent;
            return;
        }
        // A residual path keeps g itself in the sum, beside which a far smaller δ may be rounded away.
        for (int i = 0; i < g.length; i++) {
            double slope = slopeExponent == 0 ? slopes[i] : Math.scalb(slopes[i], slopeExponent);
            delta[i] = gain * slope * g[i];
            g[i] = carry * g[i];
        }
    }

    private static void move(double gain, double[] slopes, double[] g, double[] delta) {
        for (int i = 0; i < g.length; i++) {
            delta[i] = gain * slopes[i] * g[i];
            g[i] = 0;
        }
    }

    /** Makes ∂L/∂h_{t-1} of the sum of both paths. */
    void settle(int t) {
        if (everyStep && t > 1) {
            exponent = Vectors.add(seed, g, exponent);
        }
        exponent += Vectors.recentre(g, 0, g.length);
    }
}
