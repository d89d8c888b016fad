package gradflow.bench;

import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.FactoredProduct;
import gradflow.internal.analysis.LyapunovSpectrum;
import gradflow.internal.analysis.ScaledProduct;
import gradflow.internal.analysis.SingularValues;
import gradflow.internal.kernel.FastGated;
import gradflow.internal.kernel.FastRnn;
import gradflow.internal.kernel.GatedTask;
import gradflow.internal.kernel.GruCell;
import gradflow.internal.kernel.Layer;
import gradflow.internal.kernel.LstmCell;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnKernel;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Saturating;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.StepJacobian;
import gradflow.internal.kernel.Trajectory;
import gradflow.network.Unrolled;
import gradflow.result.GradNorms;
import gradflow.result.WeightGrad;
import java.util.Arrays;

/** Our side. Matrices are there before, as they are on the peers' side; the forward pass is part of the work. */
final class OurWork {
    private OurWork() {}

    static Work of(Job job) {
        int n = job.size();
        int steps = job.steps();
        return switch (job.name()) {
            case "sentence" -> OurWork::sentence;
            case "gradnorms" -> gradNorms(n, steps);
            case "forward" -> forward(n, steps);
            case "backward" -> backward(n, steps);
            case "weights" -> weightGrad(n, steps);
            case "lstm" -> gated(Inputs.gated(new LstmCell(), n, steps));
            case "gru" -> gated(Inputs.gated(new GruCell(), n, steps));
            case "sweep" -> new Sweep(n, steps, 1);
            case "sweep2" -> new Sweep(n, steps, 2);
            case "product" -> product(n, steps);
            case "everystep" -> everyStep(n, steps);
            case "lyapunov" -> lyapunov(n, steps);
            case "svd" -> singularValues(n);
            case "radius" -> radius(n);
            case "tanh" -> tanh(n);
            default -> Machine.work(job);
        };
    }

    /** As it is typed: weights and inputs are drawn, and the table's numbers are there. */
    private static double sentence() {
        return rnn().hidden(4)
                .whh(identity(0.5).plusNoise(0.05))
                .tanh()
                .unroll(20)
                .gradNorms()
                .norm(0);
    }

    private static Work gradNorms(int n, int steps) {
        RnnTask task = Inputs.rnn(Inputs.weights(1, n, n), steps);
        Unrolled run = unrolled(task);
        return () -> {
            forward(task);
            return sum(run.gradNorms(), steps);
        };
    }

    private static Work forward(int n, int steps) {
        RnnTask task = Inputs.rnn(Inputs.weights(1, n, n), steps);
        return () -> {
            forward(task);
            return Double.NaN;
        };
    }

    private static Work backward(int n, int steps) {
        RnnTask task = Inputs.rnn(Inputs.weights(1, n, n), steps);
        Trajectory run = new FastRnn().forward(task);
        RnnKernel.Seeds seeds = new RnnKernel.Seeds(Mat.filled(1, n, (i, j) -> 1), false);
        double[] last = new double[1];
        return () -> {
            new FastRnn().backward(task, run, seeds, (t, g, exponent) -> last[0] = g[0]);
            return last[0];
        };
    }

    private static Work weightGrad(int n, int steps) {
        RnnTask task = Inputs.rnn(Inputs.weights(1, n, n), steps);
        Unrolled run = unrolled(task);
        return () -> {
            forward(task);
            WeightGrad gradient = run.weightGrad();
            double most = 0;
            for (int t = 1; t <= steps; t++) {
                most = Math.max(most, gradient.contribution(t));
            }
            return most > 0 ? gradient.norm() : Double.NaN;
        };
    }

    private static Unrolled unrolled(RnnTask task) {
        return rnn().hidden(task.hidden())
                .whh(task.whh().toRows())
                .wxh(task.wxh().toRows())
                .inputs(task.x().toRows())
                .unroll(task.steps());
    }

    private static void forward(RnnTask task) {
        if (new FastRnn().forward(task).brokenAt() != 0) {
            throw new IllegalStateException("the run broke off");
        }
    }

    private static double sum(GradNorms norms, int steps) {
        double sum = 0;
        for (int t = 0; t <= steps; t++) {
            sum += norms.norm(t);
        }
        return sum;
    }

    private static Work gated(GatedTask task) {
        double[][] wih = task.wih().toRows();
        double[][] whh = task.whh().toRows();
        double[] bias = new double[wih.length];
        double[][] x = task.x().toRows();
        Unrolled run = task.cell().gates() == 4
                ? lstm().hidden(task.hidden())
                        .wih(wih)
                        .whh(whh)
                        .bih(bias)
                        .bhh(bias)
                        .inputs(x)
                        .unroll(task.steps())
                : gru().hidden(task.hidden())
                        .wih(wih)
                        .whh(whh)
                        .bih(bias)
                        .bhh(bias)
                        .inputs(x)
                        .unroll(task.steps());
        return () -> {
            if (new FastGated().forward(task).brokenAt() != 0) {
                throw new IllegalStateException("the run broke off");
            }
            return sum(run.gradNorms(), task.steps());
        };
    }

    private static StepJacobian[] jacobians(int n, int steps) {
        RnnTask task = Inputs.rnn(Inputs.weights(1, n, n), steps);
        Trajectory run = new FastRnn().forward(task);
        StepJacobian[] jacobians = new StepJacobian[steps + 1];
        Arrays.setAll(jacobians, t -> t == 0 ? null : StepJacobian.of(task, run, t));
        return jacobians;
    }

    private static Work product(int n, int steps) {
        StepJacobian[] jacobians = jacobians(n, steps);
        return () -> {
            ScaledProduct product = ScaledProduct.identity(n);
            for (int t = steps; t >= 1; t--) {
                product.step(jacobians[t].slopes(), jacobians[t].rows(), jacobians[t].exponent());
            }
            Mat entries = product.matrix();
            double squares = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    squares += entries.at(i, j) * entries.at(i, j);
                }
            }
            return Math.sqrt(squares);
        };
    }

    private static Work everyStep(int n, int steps) {
        StepJacobian[] jacobians = jacobians(n, steps);
        return () -> {
            FactoredProduct product = FactoredProduct.identity(n);
            double sum = 1;
            for (int t = steps; t >= 1; t--) {
                product.step(jacobians[t].slopes(), jacobians[t].rows(), jacobians[t].exponent());
                Scaled[] values = product.singularValues();
                sum += values[0].value();
            }
            return sum;
        };
    }

    private static Work lyapunov(int n, int steps) {
        StepJacobian[] jacobians = jacobians(n, steps);
        return () -> Arrays.stream(
                        LyapunovSpectrum.of(n, n, steps, t -> jacobians[t]).exponents())
                .sum();
    }

    private static Work singularValues(int n) {
        Mat a = Mat.of(Inputs.weights(1, n, n));
        return () -> Arrays.stream(SingularValues.of(a)).sum();
    }

    private static Work radius(int n) {
        Mat a = Mat.of(Inputs.weights(1, n, n));
        return () -> Eigenvalues.spectralRadius(a);
    }

    /** tanh with its derivative. */
    private static Work tanh(int n) {
        Layer layer = Layer.of(Inputs.times(3, Inputs.uniform(1, 1, n))[0]);
        double[] h = new double[n];
        double[] slope = new double[n];
        return () -> {
            layer.measure();
            int exponent = Saturating.TANH.apply(layer, h, 0, slope, 0);
            return exponent == 0 ? h[0] : Double.NaN;
        };
    }
}
