package gradflow.network;

import gradflow.internal.kernel.GatedKernel;
import gradflow.internal.kernel.GatedTape;
import gradflow.internal.kernel.GatedTask;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.OuterSum;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Vectors;
import gradflow.result.WeightGrad;
import java.util.Arrays;
import java.util.List;

/** One backward pass of a gated network that adds up the weights' gradients and notes what each step gives. */
final class GatedSums implements GatedKernel.Steps {
    private static final double[] ONE = {1};

    private final GatedTape tape;
    private final GatedKind kind;
    private final Mat x;
    private final OuterSum whhSum;
    private final OuterSum wihSum;
    private final OuterSum bihSum;
    private final OuterSum bhhSum;
    private final Scaled[] contributions;
    private final Scaled[][] byGate;
    private final StepClip clip;

    /** @param max what no gradient of the state exceeds on its way back; infinite: nothing is clipped */
    GatedSums(GatedTask task, GatedTape tape, GatedKind kind, double max) {
        clip = new StepClip(max, task.steps());
        this.tape = tape;
        this.kind = kind;
        x = task.x();
        int rows = task.whh().rows();
        whhSum = new OuterSum(rows, task.hidden());
        wihSum = new OuterSum(rows, task.wih().columns());
        bihSum = new OuterSum(1, rows);
        bhhSum = new OuterSum(1, rows);
        contributions = new Scaled[task.steps()];
        byGate = new Scaled[kind.gates().size()][task.steps()];
        for (Scaled[] gate : byGate) {
            Arrays.fill(gate, Scaled.of(Double.NaN));
        }
        Arrays.fill(contributions, Scaled.of(Double.NaN));
    }

    @Override
    public void state(int t, double[] state, long exponent) {
        clip.arrive(t, state, exponent);
    }

    @Override
    public double kept(int t) {
        return clip.kept(t);
    }

    @Override
    public void gates(int t, double[] toInput, double[] toHidden, long exponent) {
        tape.addTerm(whhSum, t - 1, toHidden, exponent);
        wihSum.add(toInput, x.row(t - 1), 0, exponent);
        bihSum.add(ONE, toInput, 0, exponent);
        bhhSum.add(ONE, toHidden, 0, exponent);
        int n = tape.hidden();
        for (int gate = 0; gate < byGate.length; gate++) {
            byGate[gate][t - 1] = Vectors.norm(toHidden, gate * n, n, exponent).times(tape.stateNorm(t - 1, 0));
        }
        contributions[t - 1] =
                Vectors.norm(toHidden, 0, toHidden.length, exponent).times(tape.stateNorm(t - 1, 0));
    }

    StepClip clip() {
        return clip;
    }

    OuterSum whh() {
        return whhSum;
    }

    List<Scaled> contributions() {
        return List.of(contributions);
    }

    List<List<Scaled>> contributionsByGate() {
        return Arrays.stream(byGate).map(List::of).toList();
    }

    WeightGrad.Gradients gradients() {
        if (tape.brokenAt() > 0) {
            return WeightGrad.Gradients.undefined(whhSum.total(), wihSum.total(), bihSum.total(), kind.gates());
        }
        return new WeightGrad.Gradients(
                whhSum.total(), wihSum.total(), bihSum.total(), bhhSum.total(), whhSum.norm(), kind.gates());
    }
}
