package gradflow.network;

import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Trajectory;
import gradflow.result.States;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the units stand at each step of a forward pass. */
final class Occupation {
    /** A unit is saturated where φ′ is at most a tenth of its maximum; one that is held at just that is so despite rounding. */
    static final double SATURATED = 0.1 * (1 + 1e-9);

    private Occupation() {}

    /**
     * {@return one entry a step, up to where the pass broke off}
     *
     * @param run the forward pass
     * @param steepest the maximum of φ′
     */
    static List<States.Step> of(Trajectory run, double steepest) {
        List<States.Step> steps = new ArrayList<>();
        int end = run.brokenAt() > 0 ? run.brokenAt() - 1 : run.steps();
        for (int t = 0; t <= end; t++) {
            steps.add(at(run, t, steepest));
        }
        return steps;
    }

    private static States.Step at(Trajectory run, int t, double steepest) {
        int n = run.hidden();
        Scaled sum = Scaled.ZERO;
        for (int i = 0; i < n; i++) {
            sum = sum.plus(run.stateEntry(t, i).modulus());
        }
        List<Double> state = Arrays.stream(run.state(t)).boxed().toList();
        Scaled mean = sum.over(Scaled.of(n));
        if (t == 0) {
            return new States.Step(state, List.of(), run.stateNorm(t), mean, Double.NaN, Double.NaN);
        }
        int saturated = 0;
        double slopes = 0;
        for (int i = 0; i < n; i++) {
            double slope = run.slope(t, i).value();
            saturated += slope <= SATURATED * steepest ? 1 : 0;
            slopes += slope;
        }
        return new States.Step(state, List.of(), run.stateNorm(t), mean, (double) saturated / n, slopes / n);
    }
}
