package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Scaled;
import java.util.Arrays;

/**
 * The singular values of J_t = ∂h_T/∂h_t as t goes back from T, each to a high relative accuracy, also where the
 * largest is 10^4000 times the smallest. An explicit product can't have them: all that lies 16 decades below the largest
 * is rounding noise.
 *
 * <p>Kept is J_tᵀ = U·Σ·Vᵀ without V. From J_t = J_{t+1}·D·W follows J_tᵀ = Wᵀ·(D·U·Σ)·Vᵀ; the columns of Wᵀ·D·U·Σ,
 * each with an exponent of its own, are made orthogonal again by rotations, which are absorbed in V.
 *
 * <p>Accuracy: every singular value to 1e-10, σ_max to 1e-12, for up to 250 random factors and conditions beyond 1e300,
 * against 250 to 1200 digits (FactoredProductTest); what is lost each step is about the condition of W times 2^-52.
 * Slopes D far apart, or 0, cost nothing. A singular value is exactly 0 where the rank must have fallen: dead units, zero
 * rows and columns of W or of its powers. If W is singular in a less visible way, the smallest singular values are rounding noise, which
 * shrinks by some 16 decades a step.
 *
 * <p>Not thread-safe; one product belongs to one loop.
 *
 * @see "Bojanczyk, Ewerbring, Luk, Van Dooren (1991), An accurate product SVD algorithm; Drmač, Veselić (2008)"
 */
public final class FactoredProduct {
    /** Slopes closer together than this part lose fewer than 4 digits in a plain multiplication. */
    private static final double GRADED = 0x1p-10;

    private static final int GRADED_BITS = 10;

    private final int n;
    private double[][] u;
    private Scaled[] sigma;
    private final ZeroPattern pattern;

    private FactoredProduct(int n) {
        this.n = n;
        this.u = new double[n][n];
        this.sigma = new Scaled[n];
        this.pattern = ZeroPattern.identity(n);
        for (int j = 0; j < n; j++) {
            u[j][j] = 1;
            sigma[j] = Scaled.of(1);
        }
    }

    /** {@return J_T = I, n×n, n ≥ 1} */
    public static FactoredProduct identity(int n) {
        return new FactoredProduct(n);
    }

    /**
     * Goes back one step: J ← J·diag(d)·W.
     *
     * @param d read, {@code [n]}: the slopes φ′
     * @param w read, {@code [n][n]}
     */
    public void step(double[] d, double[][] w) {
        Interrupts.poll();
        Finite.factor(d, w);
        pattern.step(d, w);
        double[][] rows = new double[n][];
        Scaled[] slopes = new Scaled[n];
        boolean ordinary = isOrdinary(w);
        for (int i = 0; i < n; i++) {
            int exponent = RowArithmetic.exponentAbove(w[i]);
            rows[i] = ordinary ? w[i] : shifted(w[i], -exponent);
            slopes[i] = isZero(w[i]) ? Scaled.ZERO : new Scaled(d[i], ordinary ? 0 : exponent);
        }
        multiply(slopes, rows);
    }

    /**
     * Goes back one step: J ← 2^exponent·J·diag(d)·W.
     *
     * @param d read, {@code [n]}: the slopes φ′, divided by 2^exponent
     * @param w read, {@code [n][n]}
     * @param exponent of two
     */
    public void step(double[] d, double[][] w, long exponent) {
        step(d, w);
        Scaled scale = new Scaled(1, exponent);
        for (int j = 0; j < n; j++) {
            sigma[j] = sigma[j].times(scale);
        }
    }

    /**
     * Goes back one step: J ← J·A.
     *
     * @param a read, {@code [n][n]}
     */
    public void step(double[][] a) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        step(ones, a);
    }

    /** {@return the n singular values of J, falling} */
    public Scaled[] singularValues() {
        return sigma.clone();
    }

    /** {@return ‖J‖₂, the largest singular value} */
    public Scaled norm() {
        return sigma[0];
    }

    /** {@return the smallest singular value} */
    public Scaled smallest() {
        return sigma[n - 1];
    }

    /** {@return the condition σ_max/σ_min, infinite for a singular J} */
    public Scaled condition() {
        return smallest().significand() == 0 ? Scaled.of(Double.POSITIVE_INFINITY) : norm().over(smallest());
    }

    /**
     * {@return the unit vector in the space of h_t of which most arrives at h_T: the first right singular vector of J, its
     * largest component positive; zeros if J = 0}
     */
    public double[] leadingDirection() {
        double[] direction = u[0].clone();
        double largest = 0;
        for (double x : direction) {
            largest = Math.abs(x) > Math.abs(largest) ? x : largest;
        }
        double sign = Math.copySign(1, largest);
        return Arrays.stream(direction).map(x -> sign * x + 0.0).toArray();
    }

    private void multiply(Scaled[] slopes, double[][] rows) {
        long most = Long.MIN_VALUE;
        for (Scaled slope : slopes) {
            most = slope.significand() == 0 ? most : Math.max(most, slope.exponent());
        }
        long common = most == Long.MIN_VALUE ? 0 : most;
        double[] d = new double[n];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            d[i] = new Scaled(slopes[i].significand(), slopes[i].exponent() - common).value();
            least = Math.min(least, Math.abs(d[i]));
        }
        // Afterwards the largest |d_i| lies in [1, 2).
        if (least < GRADED) {
            absorb(d);
            Arrays.fill(d, 1);
        }
        double[][] columns = new double[n][n];
        long[] exponents = new long[n];
        for (int j = 0; j < n; j++) {
            double[] s = new double[n];
            for (int i = 0; i < n; i++) {
                s[i] = d[i] * u[j][i] * sigma[j].significand();
            }
            RowArithmetic.addCombination(s, rows, columns[j]);
            exponents[j] = sigma[j].exponent() + common;
        }
        int rank = Math.min(rank(), pattern.mostRank());
        ScaledColumns product = new ScaledColumns(columns, exponents, new double[n][0]);
        product.orthogonalise();
        for (int j = 0; j < n; j++) {
            sigma[j] = j < rank ? product.length(j) : Scaled.ZERO;
            u[j] = sigma[j].significand() == 0 ? new double[n] : product.direction(j);
        }
    }

    /** U·Σ ← D·U·Σ, decomposed anew. */
    private void absorb(double[] d) {
        double[][] scaled = new double[n][n];
        long[] exponents = new long[n];
        for (int j = 0; j < n; j++) {
            RowArithmetic.addTimes(sigma[j].significand(), u[j], scaled[j]);
            exponents[j] = sigma[j].exponent();
        }
        ScaledColumns graded = GradedRows.decompose(d, scaled, exponents);
        for (int j = 0; j < n; j++) {
            sigma[j] = j < graded.count() ? graded.length(j) : Scaled.ZERO;
            u[j] = sigma[j].significand() == 0 ? new double[n] : graded.carried(j);
        }
    }

    private int rank() {
        return (int) Arrays.stream(sigma).filter(s -> s.significand() != 0).count();
    }

    /** {@return whether the rows are of about one size, and not far from 1; otherwise their sizes count as slopes} */
    private static boolean isOrdinary(double[][] w) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (double[] row : w) {
            if (!isZero(row)) {
                int exponent = RowArithmetic.exponentAbove(row);
                least = Math.min(least, exponent);
                most = Math.max(most, exponent);
            }
        }
        return most < 100 && least > -100 && most - least <= GRADED_BITS;
    }

    private static boolean isZero(double[] x) {
        return Arrays.stream(x).allMatch(entry -> entry == 0);
    }

    private static double[] shifted(double[] x, int exponent) {
        return Arrays.stream(x).map(entry -> Math.scalb(entry, exponent)).toArray();
    }
}
