package gradflow.network;

import gradflow.internal.analysis.Clipping;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Vectors;
import gradflow.result.ClippedSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rule by which gradients are clipped on their way back, and what it has done at each step. */
final class StepClip {
    private final double max;
    private final Scaled[] arriving;
    private final double[] coefficients;

    /** @param max what no gradient exceeds; infinite: nothing is clipped */
    StepClip(double max, int steps) {
        this.max = max;
        arriving = new Scaled[steps + 1];
        Arrays.fill(arriving, Scaled.of(Double.NaN));
        coefficients = new double[steps + 1];
        Arrays.fill(coefficients, Double.NaN);
    }

    void arrive(int t, double[] gradient, long exponent) {
        arriving[t] = Vectors.norm(gradient, 0, gradient.length, exponent);
        coefficients[t] = Double.isInfinite(max) ? 1 : Clipping.coefficient(arriving[t], max);
    }

    double kept(int t) {
        return coefficients[t];
    }

    /** {@return ‖g_t‖ as it arrived, t = 0..T} */
    List<Scaled> arriving() {
        return List.of(arriving);
    }

    List<ClippedSteps.Step> beside(List<Scaled> unclipped) {
        List<ClippedSteps.Step> steps = new ArrayList<>(arriving.length);
        for (int t = 0; t < arriving.length; t++) {
            steps.add(new ClippedSteps.Step(unclipped.get(t), arriving[t], coefficients[t]));
        }
        return steps;
    }
}
