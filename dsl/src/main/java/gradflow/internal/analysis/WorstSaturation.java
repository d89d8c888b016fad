package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.complex.Complex;

/**
 * The slopes D = diag(d), 0 ≤ d ≤ 1, for which ρ(D·W) is large: what the worst saturation makes of a recurrent matrix. A
 * search, so what it finds is a lower bound of the maximum; the maximum need not be at a corner of the cube.
 *
 * <p>It starts at D = I, at corners (all of them up to six units, else some drawn with a fixed seed), and climbs from
 * the best along ∂|λ|/∂d_i = Re(λ̄·y_i·(W·x)_i / yᵀx)/|λ|, x and yᵀ the right and left eigenvectors of the dominant λ.
 */
public final class WorstSaturation {
    private static final int ALL_CORNERS = 6;
    private static final int SOME_CORNERS = 24;
    private static final int CLIMBS = 3;
    private static final int STEPS = 60;

    /** So many multiplications may go into eigenvalues of a large matrix. */
    private static final double WORK = 8e8;

    private final double[][] w;
    private final int n;
    private int evaluations;

    private WorstSaturation(double[][] w) {
        this.w = w;
        n = w.length;
        evaluations = (int) Math.max(20, Math.min(800, WORK / (25.0 * n * n * n)));
    }

    /** Slopes and what they make of the matrix. */
    public static final class Slopes {
        private final double[] d;
        private final double radius;

        private Slopes(double[] d, double radius) {
            this.d = d;
            this.radius = radius;
        }

        /** {@return {@code [n]}, each in 0..1; a copy} */
        public double[] d() {
            return d.clone();
        }

        /** {@return ρ(diag(d)·W)} */
        public double radius() {
            return radius;
        }
    }

    /** {@return the worst slopes found for a square matrix of finite entries} */
    public static Slopes of(Mat matrix) {
        WorstSaturation search =
                new WorstSaturation(Finite.square("the saturation", matrix).toRows());
        List<Slopes> starts = search.starts();
        starts.sort(Comparator.comparingDouble((Slopes s) -> -s.radius));
        Slopes best = starts.get(0);
        for (Slopes start : starts.subList(0, Math.min(CLIMBS, starts.size()))) {
            Slopes top = search.climb(search.inside(start));
            if (top.radius > best.radius) {
                best = top;
            }
        }
        return best;
    }

    private List<Slopes> starts() {
        List<Slopes> starts = new ArrayList<>();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        starts.add(at(ones));
        Random random = new Random(1);
        int corners = n <= ALL_CORNERS ? (1 << n) - 2 : Math.min(SOME_CORNERS, evaluations / 4);
        for (int k = 1; k <= corners; k++) {
            double[] corner = new double[n];
            for (int i = 0; i < n; i++) {
                corner[i] = n <= ALL_CORNERS ? k >> i & 1 : random.nextInt(4) == 0 ? 0 : 1;
            }
            starts.add(at(corner));
        }
        return starts;
    }

    /** A slope of exactly 0 takes its unit out of the eigenvectors, and with it the way back. */
    private Slopes inside(Slopes s) {
        double[] d = Arrays.stream(s.d).map(x -> 0.05 + 0.9 * x).toArray();
        return at(d);
    }

    private Slopes at(double[] d) {
        Interrupts.poll();
        evaluations--;
        return new Slopes(d, Eigenvalues.spectralRadius(Mat.of(times(d))));
    }

    private double[][] times(double[] d) {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double slope = d[i];
            rows[i] = Arrays.stream(w[i]).map(x -> slope * x).toArray();
        }
        return rows;
    }

    private Slopes climb(Slopes from) {
        Slopes here = from;
        double stride = 0.5;
        for (int k = 0; k < STEPS && evaluations > 0 && stride > 1e-7; k++) {
            double[] slope = gradient(here);
            double most = Arrays.stream(slope).map(Math::abs).max().orElse(0);
            if (!(most > 0) || !Double.isFinite(most)) {
                return here;
            }
            Slopes next = here;
            while (next.radius <= here.radius && stride > 1e-7 && evaluations > 0) {
                next = at(moved(here.d, slope, stride / most));
                stride *= next.radius <= here.radius ? 0.25 : 2;
            }
            if (next.radius > here.radius) {
                here = next;
            }
        }
        return here;
    }

    private static double[] moved(double[] d, double[] slope, double stride) {
        double[] next = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            next[i] = Math.max(0, Math.min(1, d[i] + stride * slope[i]));
        }
        return next;
    }

    private double[] gradient(Slopes at) {
        Mat a = Mat.of(times(at.d));
        Complex lambda = Eigenvalues.of(a).values()[0];
        double modulus = lambda.abs();
        double[] gradient = new double[n];
        if (modulus == 0) {
            return gradient;
        }
        Complex[] right = eigenvector(a, lambda);
        Complex[] left = eigenvector(a.transposed(), lambda);
        Complex overlap = Complex.ZERO;
        for (int i = 0; i < n; i++) {
            overlap = overlap.add(left[i].multiply(right[i]));
        }
        for (int i = 0; i < n; i++) {
            Complex product = Complex.ZERO;
            for (int j = 0; j < n; j++) {
                product = product.add(right[j].multiply(w[i][j]));
            }
            Complex change =
                    lambda.conjugate().multiply(left[i]).multiply(product).divide(overlap);
            gradient[i] = change.getReal() / modulus;
        }
        return gradient;
    }

    private static Complex[] eigenvector(Mat a, Complex lambda) {
        Scaling scaling = Scaling.of(a);
        Resolvent resolvent = Resolvent.ofScaled(scaling.rows());
        Complex near = CommonsMath.scaled(lambda, -scaling.exponent());
        ShiftedHessenberg shifted = resolvent.at(near.getReal(), near.getImaginary());
        double[] re = shifted.rightRe().clone();
        double[] im = shifted.rightIm().clone();
        resolvent.toOriginal(re);
        resolvent.toOriginal(im);
        Complex[] vector = new Complex[re.length];
        for (int i = 0; i < re.length; i++) {
            vector[i] = new Complex(re[i], im[i]);
        }
        return vector;
    }
}
