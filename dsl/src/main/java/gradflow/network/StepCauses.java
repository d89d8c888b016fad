package gradflow.network;

import gradflow.internal.analysis.SingularValues;
import gradflow.internal.kernel.RnnKernel;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Vectors;
import gradflow.result.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the norms on the way through one step back of a vanilla network apart. */
final class StepCauses implements RnnKernel.BackwardSteps {
    private final RnnTask task;
    private final boolean adds;
    private final double[][] whh;
    private final Scaled norm2;
    private final Why.Step[] steps;
    private Scaled gradient = Scaled.ZERO;
    private Scaled slowed = Scaled.ZERO;
    private Scaled weighted = Scaled.ZERO;

    /**
     * @param task what ran
     * @param adds whether something is added on the way: a path around φ, or a loss at every step
     */
    StepCauses(RnnTask task, boolean adds) {
        this.task = task;
        this.adds = adds;
        whh = task.whh().toRows();
        norm2 = SingularValues.scaledNorm2(task.whh());
        steps = new Why.Step[task.steps()];
        Arrays.fill(steps, new Why.Step(Double.NaN, terms(Double.NaN, Double.NaN, Double.NaN, Double.NaN), false));
    }

    List<String> causes() {
        return adds
                ? List.of("saturation", "weights", "alignment", "added")
                : List.of("saturation", "weights", "alignment");
    }

    List<Why.Step> steps() {
        return List.of(steps);
    }

    @Override
    public void delta(int t, double[] delta, long exponent) {
        Scaled gain = Scaled.of(Math.abs(task.gain()));
        slowed = Vectors.norm(delta, 0, delta.length, exponent).over(gain);
        weighted = Vectors.normOfCombination(whh, delta, exponent).over(gain);
    }

    @Override
    public void gradient(int t, double[] g, long exponent) {
        Scaled after = gradient;
        gradient = Vectors.norm(g, 0, g.length, exponent);
        if (t < task.steps()) {
            steps[t] = Factors.step(
                    List.of(after, slowed, slowed.times(norm2), weighted, gradient),
                    terms(
                            slowed.over(after).ln(),
                            norm2.ln(),
                            weighted.over(slowed.times(norm2)).ln(),
                            gradient.over(weighted).ln()));
        }
    }

    private List<Double> terms(double saturation, double weights, double alignment, double added) {
        List<Double> terms = new ArrayList<>(List.of(saturation, weights, alignment));
        if (adds) {
            terms.add(added);
        }
        return terms;
    }
}
