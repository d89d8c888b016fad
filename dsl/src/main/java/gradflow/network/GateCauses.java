package gradflow.network;

import gradflow.internal.kernel.FastGated;
import gradflow.internal.kernel.GatedKernel;
import gradflow.internal.kernel.GatedTape;
import gradflow.internal.kernel.GatedTask;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Vectors;
import gradflow.result.Why;
import java.util.Arrays;
import java.util.List;

/**
 * Takes one step back of a gated network apart by path: what goes back without passing W_hh, through the cell, and what the path
 * through h and W_hh adds to that.
 */
final class GateCauses implements GatedKernel.Steps {
    private final GatedTask task;
    private final GatedTape tape;
    private final GatedKind kind;
    private final boolean adds;
    private final Why.Step[] steps;
    private Scaled state = Scaled.ZERO;
    private Scaled direct = Scaled.ZERO;
    private Scaled both = Scaled.ZERO;

    /**
     * @param task what ran
     * @param tape how it ran
     * @param kind LSTM or GRU
     * @param adds whether a loss is added at every step
     */
    GateCauses(GatedTask task, GatedTape tape, GatedKind kind, boolean adds) {
        this.task = task;
        this.tape = tape;
        this.kind = kind;
        this.adds = adds;
        steps = new Why.Step[task.steps()];
        Arrays.fill(steps, new Why.Step(Double.NaN, terms(Double.NaN, Double.NaN, Double.NaN), false));
    }

    List<String> causes() {
        String around = kind.hasCell() ? "cell" : "kept";
        return adds ? List.of(around, "hidden", "added") : List.of(around, "hidden");
    }

    List<Why.Step> steps() {
        return List.of(steps);
    }

    @Override
    public void state(int t, double[] gradient, long exponent) {
        Scaled after = state;
        state = Vectors.norm(gradient, 0, gradient.length, exponent);
        if (t < task.steps()) {
            steps[t] = Factors.step(
                    List.of(after, direct, both, state),
                    terms(
                            direct.over(after).ln(),
                            both.over(direct).ln(),
                            state.over(both).ln()));
        }
        if (t > 0) {
            double[] toHidden = new double[task.whh().rows()];
            double[] past = new double[gradient.length];
            FastGated.throughCell(task, tape, t, gradient, new double[toHidden.length], toHidden, past);
            direct = Vectors.norm(past, 0, past.length, exponent);
            FastGated.throughWeights(task, toHidden, past);
            both = Vectors.norm(past, 0, past.length, exponent);
        }
    }

    private List<Double> terms(double around, double hidden, double added) {
        return adds ? List.of(around, hidden, added) : List.of(around, hidden);
    }
}
