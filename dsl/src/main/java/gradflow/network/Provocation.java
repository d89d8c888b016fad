package gradflow.network;

import gradflow.internal.analysis.DiagonalScaling;
import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.SingularValues;
import gradflow.internal.analysis.WorstSaturation;
import gradflow.internal.kernel.FastRnn;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.RnnKernel;
import gradflow.internal.kernel.RnnTask;
import gradflow.internal.kernel.Saturating;
import gradflow.internal.kernel.Scaled;
import gradflow.internal.kernel.Trajectory;
import gradflow.internal.kernel.Vectors;
import gradflow.report.Provenance;
import gradflow.result.Stability;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Answers {@code stability()}: looks for a certificate, and where there is none for the inputs that provoke an explosion,
 * on which it runs the network.
 *
 * <p>Slopes d are those of the state h with h_i² = 1 − d_i. Held there by x = atanh(h) − W·h, every Jacobian of the run is
 * diag(d)·W. As ρ(D·W) &gt; 1 such a state is no attractor: what rounding adds grows too, so that runs are kept short.
 */
final class Provocation {
    /** A slope of 0 would need an infinite input. */
    private static final double LEAST_SLOPE = 1e-4;

    private static final double WANTED_GROWTH = 1e4;
    private static final double GROWTH = 10;
    private static final int LEAST_STEPS = 20;
    private static final int MOST_STEPS = 5000;
    private static final String METHOD = "a scaling of the norm, proven with its rounding errors; a search of slopes,"
            + " shown by a run in float64";

    private final Mat w;
    private final double[] state;
    private final double[] input;

    private Provocation(Mat w, double[] slopes) {
        this.w = w;
        int n = slopes.length;
        state = new double[n];
        input = new double[n];
        for (int i = 0; i < n; i++) {
            state[i] = Math.sqrt(1 - slopes[i]);
        }
        for (int i = 0; i < n; i++) {
            input[i] = StrictMath.log((1 + state[i]) / Math.sqrt(slopes[i]));
            for (int j = 0; j < n; j++) {
                input[i] -= w.at(i, j) * state[j];
            }
        }
    }

    static Stability stability(Mat w, String name, String expression, OptionalLong seed) {
        double radius = Eigenvalues.spectralRadius(w);
        DiagonalScaling.Diagonal scaling = DiagonalScaling.of(w);
        double[] slopes = new double[w.rows()];
        Arrays.fill(slopes, 1);
        double worst = radius;
        Optional<Stability.Witness> witness = Optional.empty();
        if (scaling.norm() >= 1) {
            if (radius <= 1) {
                WorstSaturation.Slopes found = WorstSaturation.of(w);
                slopes = Arrays.stream(found.d())
                        .map(d -> Math.max(LEAST_SLOPE, d))
                        .toArray();
                worst = Eigenvalues.spectralRadius(slopesTimes(slopes, w));
            }
            if (worst > 1) {
                witness = new Provocation(w, slopes).run(worst);
            }
        }
        return new Stability(
                name,
                new Provenance(expression, seed, METHOD),
                w,
                radius,
                SingularValues.norm2(w),
                scaling.s(),
                scaling.norm(),
                slopes,
                worst,
                witness);
    }

    private static Mat slopesTimes(double[] d, Mat w) {
        return Mat.filled(w.rows(), w.columns(), (i, j) -> d[i] * w.at(i, j));
    }

    /** What the run shows, or nothing where the gradient didn't grow tenfold: ρ(D·W) is too close to 1. */
    private Optional<Stability.Witness> run(double worst) {
        int steps = (int) Math.max(
                LEAST_STEPS, Math.min(MOST_STEPS, Math.ceil(StrictMath.log(WANTED_GROWTH) / StrictMath.log(worst))));
        RnnTask task = task(steps);
        Trajectory run = new FastRnn().forward(task);
        double[] ones = new double[state.length];
        Arrays.fill(ones, 1);
        Scaled growth = growth(task, run, ones);
        if (growth.compareTo(Scaled.of(GROWTH)) >= 0) {
            return Optional.of(new Stability.Witness(state, input, steps, growth, "sum(h_T)"));
        }
        // The sum may be blind to the direction that grows; what comes back of another vector lies along it.
        double[] direction = arriving(task, run);
        Scaled along = growth(task, run, direction);
        return along.compareTo(Scaled.of(GROWTH)) >= 0
                ? Optional.of(new Stability.Witness(state, input, steps, along, "direction(v)·h_T"))
                : Optional.empty();
    }

    private RnnTask task(int steps) {
        int n = state.length;
        return new RnnTask(
                w,
                Mat.filled(n, n, (i, j) -> i == j ? 1 : 0),
                Mat.filled(1, n, (i, j) -> 0),
                Mat.of(new double[][] {state}),
                Mat.filled(steps, n, (t, i) -> input[i]),
                steps,
                Saturating.TANH,
                0,
                1);
    }

    private static Scaled growth(RnnTask task, Trajectory run, double[] seed) {
        Scaled[] ends = new Scaled[2];
        new FastRnn().backward(task, run, seeds(seed), (t, g, exponent) -> {
            if (t == 0 || t == task.steps()) {
                ends[t == 0 ? 0 : 1] = Vectors.norm(g, 0, g.length, exponent);
            }
        });
        return ends[0].over(ends[1]);
    }

    private static double[] arriving(RnnTask task, Trajectory run) {
        double[] vector = new double[task.hidden()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (i % 2 == 0 ? 1.0 : -1.0) / (i + 1);
        }
        double[] last = new double[vector.length];
        new FastRnn().backward(task, run, seeds(vector), (t, g, exponent) -> {
            if (t == 0) {
                double norm = Vectors.norm(g, 0, g.length, 0).value();
                for (int i = 0; i < g.length; i++) {
                    last[i] = g[i] / norm;
                }
            }
        });
        return last;
    }

    private static RnnKernel.Seeds seeds(double[] vector) {
        return new RnnKernel.Seeds(Mat.of(new double[][] {vector}), false);
    }
}
