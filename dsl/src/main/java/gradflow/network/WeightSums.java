package gradflow.network;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.OuterSum;
import gradflow.internal.kernel.RnnKernel;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Trajectory;
import gradflow.internal.kernel.Vectors;
import gradflow.result.WeightGrad;
import java.util.Arrays;
import java.util.List;

/** One backward pass that adds up the weights' gradients and notes what each step gives. */
final class WeightSums implements RnnKernel.BackwardSteps {
    private final RnnTask task;
    private final Trajectory run;
    private final Mat x;
    private final OuterSum whhSum;
    /** Of the transposed matrix: inputs are mostly fewer than units, and long rows are added faster. */
    private final OuterSum wxhSum;

    private final OuterSum biasSum;
    private final Scaled[] contributions;
    private final StepClip clip;

    private WeightSums(RnnTask task, Trajectory run, double max) {
        clip = new StepClip(max, task.steps());
        this.task = task;
        this.run = run;
        x = task.x();
        int n = task.hidden();
        whhSum = new OuterSum(n, n);
        wxhSum = new OuterSum(task.wxh().columns(), n);
        biasSum = new OuterSum(1, n);
        contributions = new Scaled[task.steps()];
        Arrays.fill(contributions, Scaled.of(Double.NaN));
    }

    /** @param max what no ‖∂L/∂h_t‖ exceeds on its way back; infinite: nothing is clipped */
    static WeightSums of(RnnKernel kernel, RnnTask task, Trajectory run, RnnKernel.Seeds seeds, double max) {
        WeightSums sums = new WeightSums(task, run, max);
        if (run.brokenAt() == 0) {
            kernel.backward(task, run, seeds, sums);
        }
        return sums;
    }

    @Override
    public void gradient(int t, double[] g, long exponent) {
        clip.arrive(t, g, exponent);
    }

    @Override
    public double kept(int t) {
        return clip.kept(t);
    }

    @Override
    public void delta(int t, double[] delta, long exponent) {
        run.addTerm(whhSum, t - 1, delta, exponent);
        biasSum.add(new double[] {1}, delta, 0, exponent);
        Scaled norm = Vectors.norm(delta, 0, delta.length, exponent);
        contributions[t - 1] = norm.times(run.stateNorm(t - 1));
        if (task.wxh().columns() > 0) {
            wxhSum.add(x.row(t - 1), delta, 0, exponent);
        }
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

    WeightGrad.Gradients gradients() {
        if (run.brokenAt() > 0) {
            return WeightGrad.Gradients.undefined(whhSum.total(), wxh(), biasSum.total(), List.of());
        }
        Mat bias = biasSum.total();
        return new WeightGrad.Gradients(whhSum.total(), wxh(), bias, bias, whhSum.norm(), List.of());
    }

    /** {@return the gradient of W_xh, which keeps its shape without inputs} */
    private Mat wxh() {
        return task.wxh().columns() == 0
                ? Mat.of(new double[task.hidden()][0])
                : wxhSum.total().transposed();
    }
}
