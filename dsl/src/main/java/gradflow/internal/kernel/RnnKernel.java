package gradflow.internal.kernel;

/** The loops over time of a vanilla network, forward and backward. */
public interface RnnKernel {

    /** {@return the states and slopes of the run} */
    Trajectory forward(RnnTask task);

    /**
     * Carries ∂L/∂h back through time and shows each step to {@code steps}, from t = T down to t = 0:
     *
     * <pre>
     * g_T = s_T,   δ_t = φ′(z_t) ⊙ g_t,   g_{t-1} = s_{t-1} + carry·g_t + gain·W_hhᵀ δ_t
     * </pre>
     *
     * <p>where s_t is the loss's own ∂L/∂h_t. Vectors are shown as significands with one common power of two; it is 0 as
     * long as doubles are safe.
     *
     * @param task what ran
     * @param trajectory how it ran
     * @param seeds s_T, and whether the same stands at every step from 1
     * @param steps shown each step
     */
    void backward(RnnTask task, Trajectory trajectory, Seeds seeds, BackwardSteps steps);

    /**
     * The loss's own gradient.
     *
     * @param last s_T, a row of n
     * @param everyStep whether s_t = s_T for t = 1..T; otherwise s_t = 0 for t &lt; T
     */
    record Seeds(Mat last, boolean everyStep) {}

    /** Shown the steps of a backward pass. The arrays are the kernel's own: read only, valid during the call. */
    interface BackwardSteps {

        /**
         * Shows ∂L/∂h_t.
         *
         * @param t T..0
         * @param g read, {@code [n]}
         * @param exponent of two, common to g
         */
        void gradient(int t, double[] g, long exponent);

        /**
         * Shows gain·δ_t = ∂L/∂z_t.
         *
         * @param t T..1
         * @param delta read, {@code [n]}
         * @param exponent of two, common to delta
         */
        default void delta(int t, double[] delta, long exponent) {}

        /**
         * {@return what ∂L/∂h_t is multiplied by, after it was shown and before it goes on to step t − 1: 1 but where gradients are
         * clipped on the way, t = T..1}
         */
        default double kept(int t) {
            return 1;
        }
    }
}
