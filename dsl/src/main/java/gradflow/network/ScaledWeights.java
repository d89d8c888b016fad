package gradflow.network;

/** One network over one sequence of inputs, asked again and again with its recurrent weights W_hh multiplied by a factor. */
public final class ScaledWeights {
    private static final int OCTAVES = 5;
    private static final int PARTS = 4;

    private final Run run;

    private ScaledWeights(Run run) {
        this.run = run;
    }

    /** {@return the network, with inputs for T steps} */
    public static ScaledWeights of(Description network, int steps) {
        return new ScaledWeights(network.unroll(steps).run());
    }

    /** {@return the factors among which a critical one is looked for: from 1/32 to 32 in steps of 2^¼} */
    public static double[] factors() {
        double[] k = new double[2 * OCTAVES * PARTS + 1];
        for (int i = 0; i < k.length; i++) {
            k[i] = StrictMath.pow(2, (double) i / PARTS - OCTAVES);
        }
        return k;
    }

    /** {@return whether its units have gates} */
    public boolean isGated() {
        return run.isGated();
    }

    /** {@return λ_1 with k·W_hh, nats a step; NaN if the forward pass breaks off} */
    public double exponent(double k) {
        return run.scaled(k).growth().exponent();
    }

    /** {@return the standard error of λ_1 with k·W_hh; 0 where it is exact, NaN with fewer than 8 steps} */
    public double standardError(double k) {
        return run.scaled(k).growth().standardError();
    }
}
