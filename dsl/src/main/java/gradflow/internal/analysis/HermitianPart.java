package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The largest eigenvalue of H(θ) = (e^{iθ}·A + e^{−iθ}·Aᵀ)/2, whose eigenvector x is where the numerical range of A
 * reaches farthest in the direction e^{−iθ}: by Lanczos' method with full reorthogonalisation, restarted from its best
 * vector. A complex vector is kept as one real one, real parts first.
 */
final class HermitianPart {
    private static final int STEPS = 40;
    private static final int RESTARTS = 30;
    private static final double CONVERGED = 0x1p-44;

    private final int n;
    private final double[][] even;
    private final double[][] odd;
    private final double norm;

    /** @param a read, {@code [n][n]}, entries of modulus below 1 */
    HermitianPart(double[][] a) {
        n = a.length;
        even = new double[n][n];
        odd = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                even[i][j] = 0.5 * (a[i][j] + a[j][i]);
                odd[i][j] = 0.5 * (a[i][j] - a[j][i]);
            }
        }
        norm = Norms.frobenius(a);
    }

    /** {@return a unit eigenvector for the largest eigenvalue of H(θ), or as near to one as thirty restarts come} */
    double[] top(double cosine, double sine, double[] start) {
        double[] x = normalised(start);
        for (int restart = 0; restart < RESTARTS; restart++) {
            Interrupts.poll();
            double[] y = step(cosine, sine, x);
            double[] image = times(cosine, sine, y);
            double value = RowArithmetic.dot(y, image);
            RowArithmetic.addTimes(-value, y, image);
            x = y;
            if (Math.sqrt(RowArithmetic.dot(image, image)) <= CONVERGED * norm) {
                break;
            }
        }
        return x;
    }

    /** {@return xᴴ·A·x as real and imaginary part} */
    double[] value(double[] x) {
        double[] re = Arrays.copyOf(x, n);
        double[] im = Arrays.copyOfRange(x, n, 2 * n);
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < n; i++) {
            real += re[i] * RowArithmetic.dot(even[i], re) + im[i] * RowArithmetic.dot(even[i], im);
            imaginary += 2 * re[i] * RowArithmetic.dot(odd[i], im);
        }
        return new double[] {real, imaginary};
    }

    private double[] step(double cosine, double sine, double[] start) {
        List<double[]> basis = new ArrayList<>();
        double[] main = new double[STEPS];
        double[] beside = new double[STEPS];
        double[] v = start;
        int steps = 0;
        while (steps < Math.min(STEPS, 2 * n)) {
            basis.add(v);
            double[] w = times(cosine, sine, v);
            main[steps] = RowArithmetic.dot(v, w);
            for (int pass = 0; pass < 2; pass++) {
                for (double[] other : basis) {
                    RowArithmetic.addTimes(-RowArithmetic.dot(other, w), other, w);
                }
            }
            double length = Math.sqrt(RowArithmetic.dot(w, w));
            beside[steps] = length;
            steps++;
            if (length <= CONVERGED * norm) {
                break;
            }
            v = normalised(w);
        }
        return combination(basis, main, beside, steps);
    }

    private double[] combination(List<double[]> basis, double[] main, double[] beside, int steps) {
        double[] best = {1};
        if (steps > 1) {
            EigenDecomposition small =
                    new EigenDecomposition(Arrays.copyOf(main, steps), Arrays.copyOf(beside, steps - 1));
            double[] values = small.getRealEigenvalues();
            int at = 0;
            for (int k = 1; k < steps; k++) {
                at = values[k] > values[at] ? k : at;
            }
            best = small.getEigenvector(at).toArray();
        }
        double[] x = new double[2 * n];
        for (int k = 0; k < steps; k++) {
            RowArithmetic.addTimes(best[k], basis.get(k), x);
        }
        return normalised(x);
    }

    /** {@return H(θ)·x, H = cos θ·(A + Aᵀ)/2 + i·sin θ·(A − Aᵀ)/2} */
    private double[] times(double cosine, double sine, double[] x) {
        double[] re = Arrays.copyOf(x, n);
        double[] im = Arrays.copyOfRange(x, n, 2 * n);
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            y[i] = cosine * RowArithmetic.dot(even[i], re);
            y[n + i] = cosine * RowArithmetic.dot(even[i], im);
            if (sine != 0) {
                y[i] -= sine * RowArithmetic.dot(odd[i], im);
                y[n + i] += sine * RowArithmetic.dot(odd[i], re);
            }
        }
        return y;
    }

    private static double[] normalised(double[] x) {
        double length = Math.sqrt(RowArithmetic.dot(x, x));
        double[] unit = x.clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= length;
        }
        return unit;
    }
}
