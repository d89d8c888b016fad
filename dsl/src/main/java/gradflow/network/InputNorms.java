package gradflow.network;

import gradflow.internal.kernel.GatedKernel;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnKernel;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Vectors;
import java.util.Arrays;
import java.util.List;

/** One backward pass that notes ‖∂L/∂x_t‖; NaN where there is no input, or no pass. */
final class InputNorms implements RnnKernel.BackwardSteps, GatedKernel.Steps {
    private final double[][] weights;
    private final boolean any;
    private final Scaled[] norms;

    /** @param weights W_xh or W_ih */
    InputNorms(Mat weights, int steps) {
        this.weights = weights.toRows();
        any = weights.columns() > 0;
        norms = new Scaled[steps];
        Arrays.fill(norms, Scaled.of(Double.NaN));
    }

    List<Scaled> norms() {
        return List.of(norms);
    }

    @Override
    public void delta(int t, double[] delta, long exponent) {
        if (any) {
            norms[t - 1] = Vectors.normOfCombination(weights, delta, exponent);
        }
    }

    @Override
    public void gates(int t, double[] toInput, double[] toHidden, long exponent) {
        delta(t, toInput, exponent);
    }

    @Override
    public void gradient(int t, double[] g, long exponent) {
        // Only what reaches the inputs is asked for.
    }

    @Override
    public void state(int t, double[] state, long exponent) {
        // As above.
    }

    @Override
    public double kept(int t) {
        return 1;
    }
}
