package gradflow.network;

import gradflow.internal.kernel.GatedKernel;
import gradflow.internal.kernel.GatedTape;
import gradflow.internal.kernel.GatedTask;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Vectors;
import gradflow.result.Why;
import java.util.Arrays;
import java.util.List;

/** Takes one step back of a gated network apart: what its gates let past W_hh, and what the way through W_hh makes of it. */
final class GateCauses implements GatedKernel.Steps {
    static final List<String> NAMES = List.of("gates", "recurrent");

    private final GatedTask task;
    private final GatedTape tape;
    private final Why.Step[] steps;
    private Scaled state = Scaled.ZERO;
    private Scaled direct = Scaled.ZERO;

    GateCauses(GatedTask task, GatedTape tape) {
        this.task = task;
        this.tape = tape;
        steps = new Why.Step[task.steps()];
        Arrays.fill(steps, new Why.Step(Double.NaN, List.of(Double.NaN, Double.NaN)));
    }

    List<Why.Step> steps() {
        return List.of(steps);
    }

    @Override
    public void state(int t, double[] gradient, long exponent) {
        Scaled after = state;
        state = Vectors.norm(gradient, 0, gradient.length, exponent);
        if (t < task.steps()) {
            steps[t] = new Why.Step(
                    state.over(after).ln(),
                    List.of(direct.over(after).ln(), state.over(direct).ln()));
        }
        if (t > 0) {
            int rows = task.whh().rows();
            double[] past = new double[gradient.length];
            task.cell().backward(tape, t, gradient, new double[rows], new double[rows], past);
            direct = Vectors.norm(past, 0, past.length, exponent);
        }
    }
}
