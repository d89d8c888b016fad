package gradflow.internal.kernel;

import java.util.Arrays;

/**
 * The gated loops in the order in which the equations are written, one sum at a time. Slow, and easy to check by eye; the
 * fast kernel is tested against it. Knows no exponents, so it is right only where doubles are safe.
 */
public final class ReferenceGated implements GatedKernel {

    @Override
    public GatedTape forward(GatedTask task) {
        return new GatedTape(task, task.steps(), run -> run(task, run));
    }

    private static int run(GatedTask task, GatedStretch run) {
        int n = task.hidden();
        for (int t = 1; t <= task.steps(); t++) {
            Interrupts.poll();
            double[] x = task.x().toRows()[t - 1];
            double[] h = Arrays.copyOfRange(run.states, run.state(t - 1, 0), run.state(t - 1, 0) + n);
            task.cell().forward(affine(task.wih(), x, task.bih()), affine(task.whh(), h, task.bhh()), run, t);
        }
        return 0;
    }

    private static double[] affine(Mat w, double[] v, Mat bias) {
        double[] result = new double[w.rows()];
        for (int i = 0; i < w.rows(); i++) {
            double sum = bias.at(0, i);
            for (int j = 0; j < w.columns(); j++) {
                sum += w.at(i, j) * v[j];
            }
            result[i] = sum;
        }
        return result;
    }

    @Override
    public void backward(GatedTask task, GatedTape tape, RnnKernel.Seeds seeds, Steps steps) {
        int n = task.hidden();
        int width = task.cell().vectors() * n;
        double[] state = new double[width];
        for (int k = 0; k < n; k++) {
            state[k] = seeds.last().at(0, k);
        }
        steps.state(task.steps(), state, 0);
        for (int t = task.steps(); t >= 1; t--) {
            Interrupts.poll();
            for (int k = 0; k < width; k++) {
                state[k] *= steps.kept(t);
            }
            double[] toInput = new double[task.whh().rows()];
            double[] toHidden = new double[task.whh().rows()];
            double[] before = new double[width];
            task.cell().backward(tape.withStep(t), t, state, toInput, toHidden, before);
            steps.gates(t, toInput, toHidden, 0);
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < task.whh().rows(); i++) {
                    before[j] += task.whh().at(i, j) * toHidden[i];
                }
                before[j] += seeds.everyStep() && t > 1 ? seeds.last().at(0, j) : 0;
            }
            state = before;
            steps.state(t - 1, state, 0);
        }
    }
}
