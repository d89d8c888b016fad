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

    private long exponent;

    /** Starts with ∂L/∂h_T = s_T. */
    Returning(RnnTask task, Trajectory run, RnnKernel.Seeds seeds) {
        this.task = task;
        this.run = run;
        seed = seeds.last().shared()[0];
        everyStep = seeds.everyStep();
        g = seed.clone();
        delta = new double[g.length];
        exponent = Vectors.recentre(g, 0, g.length);
    }

    /** {@return the power of two of g and of delta} */
    long exponent() {
        return exponent;
    }

    /** Makes δ_t of ∂L/∂h_t, which is multiplied by {@code kept} first. */
    void split(int t, double kept) {
        int n = g.length;
        Vectors.scale(g, kept);
        // A residual path keeps g itself in the sum, beside which a far smaller δ may be rounded away.
        boolean plain = task.carry() == 0;
        RnnStretch stretch = run.withStep(t);
        int at = stretch.slopeAt(t);
        int shift = plain ? 0 : stretch.slopeExponent(t);
        for (int i = 0; i < n; i++) {
            double slope = stretch.slope[at + i];
            delta[i] = task.gain() * (shift == 0 ? slope : Math.scalb(slope, shift)) * g[i];
            g[i] = plain ? 0 : task.carry() * g[i];
        }
        exponent += plain ? stretch.slopeExponent(t) : 0;
    }

    /** Makes ∂L/∂h_{t-1} of the sum of both paths. */
    void settle(int t) {
        if (everyStep && t > 1) {
            exponent = Vectors.add(seed, g, exponent);
        }
        exponent += Vectors.recentre(g, 0, g.length);
    }
}
