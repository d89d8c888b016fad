package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import org.apache.commons.math3.complex.Complex;

/**
 * How far a matrix is from normal (A·Aᵀ = Aᵀ·A), so how far its powers can stray from those of its eigenvalues. Both
 * measures are those of A − μ·I, μ the mean of the diagonal, which is where they lose fewest digits.
 *
 * @see "Henrici (1962), Bounds for iterates, inverses, spectral variation and fields of values of non-normal matrices"
 */
public final class Normality {
    private static final double EPSILON = 0x1p-52;

    /** Rounding, in units of n·2^-52·‖A‖_F·‖A − μ·I‖_F, stays below this. */
    private static final double SLACK = 8;

    private final double henrici;
    private final double henriciUncertainty;
    private final double commutator;
    private final boolean normal;

    private Normality(double henrici, double henriciUncertainty, double commutator, boolean normal) {
        this.henrici = henrici;
        this.henriciUncertainty = henriciUncertainty;
        this.commutator = commutator;
        this.normal = normal;
    }

    /** {@return the measures of {@code a}, whose eigenvalues are {@code eigenvalues}} */
    public static Normality of(Mat a, Eigenvalues eigenvalues) {
        Scaling scaling = Scaling.of(Finite.square("the departure from normality", a));
        double[][] rows = scaling.rows();
        int e = scaling.exponent();
        double norm = Norms.frobenius(rows);
        double mean = centre(rows);
        double centredNorm = Norms.frobenius(rows);
        double squares = 0;
        for (Complex value : eigenvalues.values()) {
            double modulus = CommonsMath.scaled(value, -e).subtract(mean).abs();
            squares += modulus * modulus;
        }
        double difference = Math.max(0, centredNorm * centredNorm - squares);
        double rounding = SLACK * rows.length * EPSILON * norm * centredNorm;
        double spread = Math.scalb(eigenvalues.uncertainty(), -e);
        double error = rounding + 2 * rows.length * spread * (centredNorm + spread);
        double henrici = Math.sqrt(difference);
        double uncertainty =
                Math.max(Math.sqrt(difference + error) - henrici, henrici - Math.sqrt(Math.max(0, difference - error)));
        double commutator = commutator(rows);
        return new Normality(
                Math.scalb(henrici, e),
                Math.scalb(uncertainty, e),
                Math.scalb(commutator, 2 * e),
                commutator <= rounding);
    }

    /**
     * {@return Henrici's departure from normality √(‖A‖_F² − Σ|λ|²), the Frobenius norm of the strict triangle in a Schur
     * form; 0 for a normal matrix, up to its uncertainty}
     */
    public double henrici() {
        return henrici;
    }

    /** {@return how far {@link #henrici()} may be off by rounding: about 1e-7·‖A‖_F where it is near 0} */
    public double henriciUncertainty() {
        return henriciUncertainty;
    }

    /** {@return ‖A·Aᵀ − Aᵀ·A‖_F, 0 or infinite where it lies outside the range of a double} */
    public double commutator() {
        return commutator;
    }

    /** {@return whether A commutes with its transpose up to rounding} */
    public boolean isNormal() {
        return normal;
    }

    /** Subtracts the mean of the diagonal from it, and returns that. */
    private static double centre(double[][] rows) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += rows[i][i];
        }
        double mean = rows.length == 0 ? 0 : sum / rows.length;
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] -= mean;
        }
        return mean;
    }

    private static double commutator(double[][] rows) {
        int n = rows.length;
        double[][] columns = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double x = RowArithmetic.dot(rows[i], rows[j]) - RowArithmetic.dot(columns[i], columns[j]);
                squares += x * x;
            }
        }
        return Math.sqrt(squares);
    }
}
