package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;
import java.util.Arrays;

/**
 * The diagonal scaling S = diag(s), s &gt; 0, that makes ‖S·W·S⁻¹‖₂ small. Since diagonal matrices commute, a value below
 * 1 proves that no product of matrices D_t·W, 0 ≤ D_t ≤ 1 diagonal, can grow:
 * ‖∏ D_t·W‖₂ ≤ κ(S)·‖S·W·S⁻¹‖₂^k.
 *
 * <p>The norm is a convex function of ln s. It has kinks where singular values meet, so the smooth Schatten norms
 * (Σ σ_k^{2m})^{1/2m} are minimised in its place, m = 1, 2, 4, … 512, each from the last one's answer; at the minimum
 * row i of (M·Mᵀ)^m and column i of (Mᵀ·M)^m weigh the same. m = 1 is Osborne's balancing.
 *
 * <p>Where W is reducible (a chain, say) the infimum isn't attained and s runs away; it is kept within e^±200.
 *
 * @see "Sezginer, Overton (1990), The largest singular value of e^X A_0 e^-X is convex on convex sets of commuting matrices"
 */
public final class DiagonalScaling {
    private static final int DOUBLINGS = 10;
    private static final int MOST_STEPS = 40;
    private static final double FARTHEST = 200;
    private static final double LONGEST = 4;
    private static final double SETTLED = 1e-9;

    /** So many multiplications are spent on large matrices; small ones settle first. */
    private static final double WORK = 1e9;

    private final double[][] w;
    private final double[] logarithms;
    private final int n;

    private DiagonalScaling(double[][] w) {
        this.w = w;
        n = w.length;
        logarithms = new double[n];
    }

    /** A scaling and what it proves. */
    public static final class Diagonal {
        private final double[] s;
        private final double norm;

        private Diagonal(double[] s, double norm) {
            this.s = s;
            this.norm = norm;
        }

        /** {@return {@code [n]}, the diagonal of S; the largest is 1; a copy} */
        public double[] s() {
            return s.clone();
        }

        /** {@return a proven upper bound of ‖S·W·S⁻¹‖₂} */
        public double norm() {
            return norm;
        }
    }

    /** {@return the best scaling found of a square matrix of finite entries} */
    public static Diagonal of(Mat matrix) {
        double[][] rows = Finite.square("the scaling", matrix).toRows();
        DiagonalScaling search = new DiagonalScaling(rows);
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        Diagonal best = new Diagonal(ones, NormBound.of(rows, ones));
        for (int doubling = 0; doubling < DOUBLINGS; doubling++) {
            search.minimise(doubling);
            double[] s = search.scaling();
            double norm = NormBound.of(rows, s);
            if (norm < best.norm) {
                best = new Diagonal(s, norm);
            }
        }
        return best;
    }

    private double[] scaling() {
        double most = Arrays.stream(logarithms).max().orElse(0);
        return Arrays.stream(logarithms).map(l -> StrictMath.exp(l - most)).toArray();
    }

    /** One norm: steps along what is out of balance, halved until the norm falls. */
    private void minimise(int doublings) {
        double power = StrictMath.scalb(2.0, doublings);
        int steps = (int) Math.max(2, Math.min(MOST_STEPS, WORK / DOUBLINGS / (2.0 * (doublings + 1) * n * n * n)));
        double stride = 1 / (8 * power);
        Weights here = weights(logarithms, doublings);
        for (int k = 0; k < steps; k++) {
            Interrupts.poll();
            double[] next = moved(here, stride);
            Weights there = weights(next, doublings);
            int halvings = 0;
            while (there.logarithm >= here.logarithm && halvings < 8) {
                stride /= 2;
                halvings++;
                next = moved(here, stride);
                there = weights(next, doublings);
            }
            if (!(there.logarithm < here.logarithm - SETTLED / power)) {
                return;
            }
            System.arraycopy(next, 0, logarithms, 0, n);
            here = there;
            stride *= halvings == 0 ? 1.5 : 1;
        }
    }

    private double[] moved(Weights from, double stride) {
        double[] next = logarithms.clone();
        for (int i = 0; i < n; i++) {
            double wanted = stride * (from.columns[i] - from.rows[i]);
            next[i] += Math.max(-LONGEST, Math.min(LONGEST, wanted));
        }
        double middle = Arrays.stream(next).sum() / n;
        for (int i = 0; i < n; i++) {
            next[i] = Math.max(-FARTHEST, Math.min(FARTHEST, next[i] - middle));
        }
        return next;
    }

    /** What each row and each column of M weighs, and how large M is. */
    private static final class Weights {
        /** ln of the diagonal of (M·Mᵀ)^m. */
        private final double[] rows;
        /** ln of the diagonal of (Mᵀ·M)^m. */
        private final double[] columns;
        /** ln of the Schatten norm. */
        private final double logarithm;

        Weights(double[] rows, double[] columns, double logarithm) {
            this.rows = rows;
            this.columns = columns;
            this.logarithm = logarithm;
        }
    }

    private Weights weights(double[] at, int doublings) {
        double[] s = Arrays.stream(at).map(StrictMath::exp).toArray();
        double[][] m = NormBound.scaled(w, s);
        Power columns = Power.of(NormBound.gram(m), doublings);
        Power rows = Power.of(NormBound.gram(Mat.of(m).transposed().toRows()), doublings);
        return new Weights(
                rows.diagonal(), columns.diagonal(), columns.logarithmOfTrace() / StrictMath.scalb(2.0, doublings + 1));
    }

    /** A^(2^k) of a symmetric A, as significands times e^logarithm. */
    private static final class Power {
        private static final double LEAST = -700;

        private final double[][] a;
        private final double logarithm;

        private Power(double[][] a, double logarithm) {
            this.a = a;
            this.logarithm = logarithm;
        }

        static Power of(double[][] a, int doublings) {
            double[][] power = a;
            double logarithm = normalise(power);
            for (int k = 0; k < doublings; k++) {
                power = NormBound.gram(power);
                logarithm = 2 * logarithm + normalise(power);
            }
            return new Power(power, logarithm);
        }

        private static double normalise(double[][] a) {
            double trace = 0;
            for (int i = 0; i < a.length; i++) {
                trace += a[i][i];
            }
            if (trace == 0) {
                return LEAST;
            }
            for (double[] row : a) {
                for (int j = 0; j < row.length; j++) {
                    row[j] /= trace;
                }
            }
            return StrictMath.log(trace);
        }

        double logarithmOfTrace() {
            double trace = 0;
            for (int i = 0; i < a.length; i++) {
                trace += a[i][i];
            }
            return trace == 0 ? LEAST : logarithm + StrictMath.log(trace);
        }

        double[] diagonal() {
            double[] diagonal = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                diagonal[i] = a[i][i] > 0 ? Math.max(LEAST, StrictMath.log(a[i][i])) : LEAST;
            }
            return diagonal;
        }
    }
}
