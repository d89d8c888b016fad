package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.StepJacobian;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Dynamical systems of textbooks as sequences of step Jacobians. */
final class Flow {
    private Flow() {}

    static LyapunovSpectrum spectrum(List<StepJacobian> steps) {
        return LyapunovSpectrum.of(
                steps.get(0).slopes().length, steps.get(0).slopes().length, steps.size(), t -> steps.get(t - 1));
    }

    static StepJacobian jacobian(double[]... rows) {
        return StepJacobian.of(Mat.of(rows));
    }

    /** {@return the Jacobians of a map along its orbit, after {@code before} steps that aren't kept} */
    static List<StepJacobian> map(
            double[] start,
            int before,
            int steps,
            UnaryOperator<double[]> map,
            Function<double[], double[][]> jacobian) {
        double[] x = start;
        List<StepJacobian> jacobians = new ArrayList<>();
        for (int t = -before; t < steps; t++) {
            if (t >= 0) {
                jacobians.add(jacobian(jacobian.apply(x)));
            }
            x = map.apply(x);
        }
        return jacobians;
    }

    /** {@return the Jacobians of the time-dt map of x′ = f(x), by the classical Runge-Kutta method on x and the tangents} */
    static List<StepJacobian> flow(
            double[] start,
            double dt,
            int before,
            int steps,
            UnaryOperator<double[]> f,
            Function<double[], double[][]> derivative) {
        int n = start.length;
        UnaryOperator<double[]> both = state -> {
            double[] rates = new double[n + n * n];
            double[] x = Arrays.copyOf(state, n);
            System.arraycopy(f.apply(x), 0, rates, 0, n);
            double[][] j = derivative.apply(x);
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < n; c++) {
                    for (int k = 0; k < n; k++) {
                        rates[n + i * n + c] += j[i][k] * state[n + k * n + c];
                    }
                }
            }
            return rates;
        };
        double[] x = start;
        List<StepJacobian> jacobians = new ArrayList<>();
        for (int t = -before; t < steps; t++) {
            double[] state = Arrays.copyOf(x, n + n * n);
            for (int i = 0; i < n; i++) {
                state[n + i * n + i] = 1;
            }
            double[] next = rungeKutta(state, dt, both);
            if (t >= 0) {
                jacobians.add(StepJacobian.of(Mat.filled(n, n, (i, c) -> next[n + i * n + c])));
            }
            x = Arrays.copyOf(next, n);
        }
        return jacobians;
    }

    private static double[] rungeKutta(double[] x, double dt, UnaryOperator<double[]> f) {
        double[] a = f.apply(x);
        double[] b = f.apply(plus(x, dt / 2, a));
        double[] c = f.apply(plus(x, dt / 2, b));
        double[] d = f.apply(plus(x, dt, c));
        return plus(plus(plus(plus(x, dt / 6, a), dt / 3, b), dt / 3, c), dt / 6, d);
    }

    private static double[] plus(double[] x, double s, double[] y) {
        double[] sum = x.clone();
        for (int i = 0; i < x.length; i++) {
            sum[i] += s * y[i];
        }
        return sum;
    }
}
