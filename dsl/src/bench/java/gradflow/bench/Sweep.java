package gradflow.bench;

import gradflow.internal.kernel.FastRnn;
import gradflow.internal.kernel.ManyLengths;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Points;
import gradflow.internal.kernel.RnnKernel;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Vectors;
import java.util.Arrays;

/**
 * ‖∂L/∂h_0‖ of runs of forty lengths for each of 160 combinations of scale and seed: a tenth of the sixteen hundred
 * that the row stands for, which cost ten times as much, since no combination knows of another.
 */
final class Sweep implements Work {
    /** What part of the 64,000 runs is run. */
    static final int PROJECTED = 10;

    private static final int SCALES = 40;
    private static final int SEEDS = 4;

    /** Combinations that are run. */
    static final int POINTS = SCALES * SEEDS;

    /** Runs of each, one of each length. */
    static final int LENGTHS = 40;

    /** Above it runs are chaotic, and no two programs agree. */
    private static final double CALM = 0.9;

    private final RnnTask[] tasks = new RnnTask[POINTS];
    private final int[] lengths = new int[LENGTHS];
    private final int threads;

    Sweep(int n, int steps, int threads) {
        this.threads = threads;
        Arrays.setAll(lengths, k -> steps * (k + 1) / LENGTHS);
        for (int point = 0; point < tasks.length; point++) {
            tasks[point] = Inputs.rnn(Inputs.times(scale(point), Inputs.weights(10 + point / SCALES, n, n)), steps);
        }
    }

    private static double scale(int point) {
        return 0.05 * (point % SCALES + 1);
    }

    @Override
    public double call() {
        double sum = 0;
        for (double part : Points.map(tasks.length, threads, this::point)) {
            sum += part;
        }
        return sum;
    }

    private double point(int point) {
        RnnTask task = tasks[point];
        RnnKernel.Seeds seeds = new RnnKernel.Seeds(Mat.filled(1, task.hidden(), (i, j) -> 1), false);
        double[] norms = new double[LENGTHS];
        ManyLengths.backward(task, new FastRnn().forward(task), seeds, lengths, (run, t, g, exponent) -> {
            if (t == 0) {
                norms[run] = Vectors.norm(g, 0, g.length, exponent).value();
            }
        });
        return scale(point) <= CALM ? Arrays.stream(norms).sum() : 0;
    }
}
