package gradflow.internal.analysis;

/**
 * The smallest singular value σ of H − z·I, H upper Hessenberg, with its right and left singular vectors v and u:
 * (H − z·I)·v = σ·u. Inverse iteration with R*·R, where H − z·I = G·R, G a product of Givens rotations; complex numbers
 * are kept as pairs of arrays.
 */
final class ShiftedHessenberg {
    private static final double EPSILON = 0x1p-52;
    private static final double CONVERGED = 1e-10;
    private static final int MOST_ITERATIONS = 60;

    /** At an eigenvalue σ is rounding noise and never settles, while the vectors are right after a step or two. */
    private static final int ENOUGH_FOR_VECTORS = 2;

    /** Where a solution has grown so large, it is scaled down: only its direction matters. */
    private static final double LARGE = 0x1p300;

    private final int n;
    private final double[][] rRe;
    private final double[][] rIm;

    /** Rotation k: rows k, k+1 become (c·x + s̄·y, −s·x + c·y), with c real. */
    private final double[] c;

    private final double[] sRe;
    private final double[] sIm;
    private final double rounding;
    private final double tiny;

    private final double[] vRe;
    private final double[] vIm;
    private final double[] uRe;
    private final double[] uIm;
    private double smallest;

    private ShiftedHessenberg(double[][] h, double re, double im) {
        n = h.length;
        rRe = Scaling.shifted(h, 0);
        rIm = new double[n][n];
        for (int i = 0; i < n; i++) {
            rRe[i][i] -= re;
            rIm[i][i] = -im;
        }
        c = new double[n];
        sRe = new double[n];
        sIm = new double[n];
        vRe = new double[n];
        vIm = new double[n];
        uRe = new double[n];
        uIm = new double[n];
        rounding = EPSILON * Norms.frobenius(rRe);
        tiny = Math.max(0x1p-500, EPSILON * rounding);
    }

    /** {@return the decomposition at z = re + i·im; h is read, {@code [n][n]}} */
    static ShiftedHessenberg of(double[][] h, double re, double im) {
        ShiftedHessenberg shifted = new ShiftedHessenberg(h, re, im);
        shifted.triangularise();
        shifted.iterate();
        return shifted;
    }

    /** {@return σ_min(H − z·I)} */
    double smallest() {
        return smallest;
    }

    /** {@return the real parts of the right singular vector, itself, not a copy} */
    double[] rightRe() {
        return vRe;
    }

    /** {@return the imaginary parts of the right singular vector, itself, not a copy} */
    double[] rightIm() {
        return vIm;
    }

    /** {@return the real parts of the left singular vector, itself, not a copy} */
    double[] leftRe() {
        return uRe;
    }

    /** {@return the imaginary parts of the left singular vector, itself, not a copy} */
    double[] leftIm() {
        return uIm;
    }

    /**
     * {@return 1/|u*·v|: at an eigenvalue z its condition number, by which a perturbation of H may be magnified; infinite
     * for a defective one}
     */
    double condition() {
        double re = 0;
        double im = 0;
        for (int i = 0; i < n; i++) {
            re += uRe[i] * vRe[i] + uIm[i] * vIm[i];
            im += uRe[i] * vIm[i] - uIm[i] * vRe[i];
        }
        return 1 / Math.sqrt(re * re + im * im);
    }

    private void triangularise() {
        for (int k = 0; k + 1 < n; k++) {
            double a = Math.sqrt(rRe[k][k] * rRe[k][k] + rIm[k][k] * rIm[k][k]);
            double b = rRe[k + 1][k];
            double length = Math.sqrt(a * a + b * b);
            if (length == 0) {
                c[k] = 1;
                continue;
            }
            // s·x = c·y eliminates y = b: s = (b/length)·(x̄/|x|), c = |x|/length.
            c[k] = a / length;
            sRe[k] = a == 0 ? b / length : b / length * (rRe[k][k] / a);
            sIm[k] = a == 0 ? 0 : -b / length * (rIm[k][k] / a);
            rotate(rRe[k], rIm[k], rRe[k + 1], rIm[k + 1], k);
            rRe[k + 1][k] = 0;
            rIm[k + 1][k] = 0;
        }
    }

    private void rotate(double[] xRe, double[] xIm, double[] yRe, double[] yIm, int k) {
        double cc = c[k];
        double sr = sRe[k];
        double si = sIm[k];
        for (int j = k; j < xRe.length; j++) {
            double p = xRe[j];
            double q = xIm[j];
            double r = yRe[j];
            double t = yIm[j];
            xRe[j] = cc * p + sr * r + si * t;
            xIm[j] = cc * q + sr * t - si * r;
            yRe[j] = cc * r - (sr * p - si * q);
            yIm[j] = cc * t - (sr * q + si * p);
        }
    }

    private void iterate() {
        for (int i = 0; i < n; i++) {
            vRe[i] = 1 + i % 3;
            vIm[i] = i % 2 - 0.5;
        }
        normalise(vRe, vIm);
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            System.arraycopy(vRe, 0, uRe, 0, n);
            System.arraycopy(vIm, 0, uIm, 0, n);
            solveAdjoint(uRe, uIm);
            normalise(uRe, uIm);
            System.arraycopy(uRe, 0, vRe, 0, n);
            System.arraycopy(uIm, 0, vIm, 0, n);
            solve(vRe, vIm);
            normalise(vRe, vIm);
            smallest = lengthOfImage();
            boolean settled = Math.abs(before - smallest) <= CONVERGED * smallest;
            if (settled || (k >= ENOUGH_FOR_VECTORS && smallest <= rounding)) {
                break;
            }
            before = smallest;
        }
        undoRotations();
    }

    /** Solves R·x = b in place, up to a positive factor. */
    private void solve(double[] xRe, double[] xIm) {
        for (int i = n - 1; i >= 0; i--) {
            double re = xRe[i];
            double im = xIm[i];
            for (int j = i + 1; j < n; j++) {
                re -= rRe[i][j] * xRe[j] - rIm[i][j] * xIm[j];
                im -= rRe[i][j] * xIm[j] + rIm[i][j] * xRe[j];
            }
            divide(re, im, rRe[i][i], rIm[i][i], xRe, xIm, i);
        }
    }

    /** Solves R*·x = b in place, up to a positive factor. */
    private void solveAdjoint(double[] xRe, double[] xIm) {
        for (int i = 0; i < n; i++) {
            divide(xRe[i], xIm[i], rRe[i][i], -rIm[i][i], xRe, xIm, i);
            double re = xRe[i];
            double im = xIm[i];
            for (int j = i + 1; j < n; j++) {
                xRe[j] -= rRe[i][j] * re + rIm[i][j] * im;
                xIm[j] -= rRe[i][j] * im - rIm[i][j] * re;
            }
        }
    }

    /** x_i = (re + i·im)/(dRe + i·dIm), with a vanishing divisor replaced by one far below rounding. */
    private void divide(double re, double im, double dRe, double dIm, double[] xRe, double[] xIm, int i) {
        double size = Math.max(Math.abs(dRe), Math.abs(dIm));
        double pRe = size < tiny ? 1 : dRe / size;
        double pIm = size < tiny ? 0 : dIm / size;
        double divisor = Math.max(size, tiny) * (pRe * pRe + pIm * pIm);
        xRe[i] = (re * pRe + im * pIm) / divisor;
        xIm[i] = (im * pRe - re * pIm) / divisor;
        if (Math.max(Math.abs(xRe[i]), Math.abs(xIm[i])) > LARGE) {
            for (int j = 0; j < n; j++) {
                xRe[j] /= LARGE;
                xIm[j] /= LARGE;
            }
        }
    }

    /** {@return ‖R·v‖} */
    private double lengthOfImage() {
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double re = 0;
            double im = 0;
            for (int j = i; j < n; j++) {
                re += rRe[i][j] * vRe[j] - rIm[i][j] * vIm[j];
                im += rRe[i][j] * vIm[j] + rIm[i][j] * vRe[j];
            }
            squares += re * re + im * im;
        }
        return Math.sqrt(squares);
    }

    /** u is a left singular vector of R; that of H − z·I is G·u. */
    private void undoRotations() {
        for (int k = n - 2; k >= 0; k--) {
            double p = uRe[k];
            double q = uIm[k];
            double r = uRe[k + 1];
            double t = uIm[k + 1];
            uRe[k] = c[k] * p - (sRe[k] * r + sIm[k] * t);
            uIm[k] = c[k] * q - (sRe[k] * t - sIm[k] * r);
            uRe[k + 1] = c[k] * r + sRe[k] * p - sIm[k] * q;
            uIm[k + 1] = c[k] * t + sRe[k] * q + sIm[k] * p;
        }
    }

    private static void normalise(double[] re, double[] im) {
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < re.length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(re[i]), Math.abs(im[i])));
        }
        double squares = 0;
        for (int i = 0; i < re.length; i++) {
            re[i] /= largest;
            im[i] /= largest;
            squares += re[i] * re[i] + im[i] * im[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < re.length; i++) {
            re[i] /= length;
            im[i] /= length;
        }
    }
}
