package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;

/**
 * The numerical radius w(A) = max |xᴴ·A·x| over unit vectors x, between a value that is attained and a proven bound:
 * ρ(A) ≤ w(A) ≤ ‖A‖₂ ≤ 2·w(A), and ‖A^k‖₂ ≤ 2·w(A)^k.
 *
 * <p>From below: H(θ) = (e^{iθ}·A + e^{−iθ}·Aᵀ)/2 has its largest eigenvalue at x; turning θ to the argument of xᴴ·A·x and
 * asking again never falls, from several starts. From above: w(A) ≤ α if and only if 2α·I + λ·A + λ̄·Aᵀ ≥ 0 on |λ| = 1, which
 * {@link CircleCertificate} proves.
 *
 * <p>Accuracy: the two ends differ by a relative 1e-9 or less for n ≤ 100 (NumericalRadiusTest).
 *
 * @see "Horn, Johnson (1991), Topics in Matrix Analysis, §1; Mengi, Overton (2005)"
 */
public final class NumericalRadius {
    private static final double EPSILON = 0x1p-52;
    private static final int[] STARTS = {8, 64};
    private static final int MOST_TURNS = 400;
    private static final int FIRST_TURNS = 4;
    private static final double LOOSEST = 1e-2;

    private final double[][] rows;
    private final HermitianPart hermitian;
    private double best;

    private NumericalRadius(double[][] rows) {
        this.rows = rows;
        this.hermitian = new HermitianPart(rows);
    }

    /** {@return the interval that w(A) lies in} */
    public static Bracket of(Mat a) {
        Scaling scaling = Scaling.of(Finite.square("the numerical radius", a));
        if (Norms.frobenius(scaling.rows()) == 0) {
            return new Bracket(0, 0);
        }
        NumericalRadius radius = new NumericalRadius(scaling.rows());
        double upper = radius.proven();
        return new Bracket(
                Math.scalb(radius.best, scaling.exponent()),
                Math.scalb(Math.max(radius.best, upper), scaling.exponent()));
    }

    /** {@return the numerical abscissa max Re xᴴ·A·x, the largest eigenvalue of (A + Aᵀ)/2} */
    public static double abscissa(Mat a) {
        Scaling scaling = Scaling.of(Finite.square("the numerical abscissa", a));
        HermitianPart hermitian = new HermitianPart(scaling.rows());
        return a.rows() == 0
                ? Double.NEGATIVE_INFINITY
                : Math.scalb(hermitian.value(hermitian.top(1, 0, start(a.rows())))[0], scaling.exponent());
    }

    private double proven() {
        for (int starts : STARTS) {
            climb(starts);
            if (isBound(best * (1 + tightest()))) {
                return best * (1 + tightest());
            }
        }
        for (double loose = 10 * tightest(); loose < LOOSEST; loose *= 10) {
            if (isBound(best * (1 + loose))) {
                return best * (1 + loose);
            }
        }
        // ‖A‖₂ ≤ ‖A‖_F, and rounding.
        return Norms.frobenius(rows) * (1 + rows.length * rows.length * EPSILON);
    }

    private double tightest() {
        return 1e-12 + 2 * CircleCertificate.loss(rows.length, 2, 0);
    }

    private boolean isBound(double alpha) {
        double[][] q = new double[rows.length][rows.length];
        for (int i = 0; i < q.length; i++) {
            q[i][i] = 2 * alpha;
        }
        return CircleCertificate.holds(q, rows, 0);
    }

    /** The best of several starts on the upper half circle is followed to the top; of A and Aᵀ alike, so half is enough. */
    private void climb(int starts) {
        double[] bestVector = hermitian.top(1, 0, start(rows.length));
        for (int k = 0; k <= starts; k++) {
            double angle = Math.PI * k / starts;
            double[] x = hermitian.top(StrictMath.cos(angle), StrictMath.sin(angle), start(rows.length));
            double before = best;
            x = turn(x, FIRST_TURNS);
            bestVector = best > before ? x : bestVector;
        }
        double[] unused = turn(bestVector, MOST_TURNS);
    }

    private double[] turn(double[] from, int most) {
        double[] x = from;
        double before = 0;
        for (int k = 0; k < most; k++) {
            double[] value = hermitian.value(x);
            double modulus = Math.sqrt(value[0] * value[0] + value[1] * value[1]);
            best = Math.max(best, modulus);
            if (modulus == 0 || modulus - before <= EPSILON * modulus) {
                break;
            }
            before = modulus;
            x = hermitian.top(value[0] / modulus, -value[1] / modulus, x);
        }
        return x;
    }

    private static double[] start(int n) {
        double[] x = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            x[i] = 1 + 0.25 * ((i * 7) % 5) - 0.125 * ((i * 3) % 7);
        }
        return x;
    }
}
