package gradflow.internal.kernel;

/** The loops over time of a gated network, forward and backward. */
public interface GatedKernel {

    /** {@return the states and gates of the run} */
    GatedTape forward(GatedTask task);

    /**
     * Carries the loss's gradient back through time and shows each step, from t = T down to t = 0.
     *
     * @param task what ran
     * @param tape how it ran
     * @param seeds the loss's own ∂L/∂h_t
     * @param steps shown each step
     */
    void backward(GatedTask task, GatedTape tape, RnnKernel.Seeds seeds, Steps steps);

    /** Shown the steps of a backward pass. The arrays are the kernel's own: read only, valid during the call. */
    interface Steps {

        /**
         * Shows ∂L/∂(state after step t), with h_t and c_t as independent: what comes from the later steps alone.
         *
         * @param t T..0
         * @param state read, {@code [vectors·n]}
         * @param exponent of two, common to state
         */
        void state(int t, double[] state, long exponent);

        /**
         * Shows the gradients of the pre-activations.
         *
         * @param t T..1
         * @param toInput read, {@code [G·n]}: ∂L/∂(W_ih·x_t + b_ih)
         * @param toHidden read, {@code [G·n]}: ∂L/∂(W_hh·h_{t-1} + b_hh)
         * @param exponent of two, common to both
         */
        default void gates(int t, double[] toInput, double[] toHidden, long exponent) {}

        /**
         * {@return what the gradient of the state is multiplied by, after it was shown and before it goes on to step t − 1: 1 but
         * where gradients are clipped on the way, t = T..1}
         */
        default double kept(int t) {
            return 1;
        }
    }
}
