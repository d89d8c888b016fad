package gradflow.internal.analysis;

import gradflow.internal.kernel.Interrupts;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Eigenvalues by commons-math3's EigenDecomposition, believed only if they can be shown to be those of a matrix within
 * rounding of A: every pair has a small residual ‖A·v − λ·v‖, and Σλ and Σλ² are the traces of A and A².
 *
 * <p>Where the decomposition gives up (low rank, dead units), A + I is tried: a diagonal of order 1 lets subdiagonals of
 * pure rounding count as small. Where that fails too, or the answer is wrong, {@link FrancisQr} decides.
 *
 * <p>Of a large matrix {@link FrancisQr} is asked first, since commons-math3 computes eigenvectors whether they are wanted or
 * not, and takes four to eight times as long; there the traces must agree.
 */
final class VerifiedDecomposition {
    private static final double EPSILON = 0x1p-52;
    private static final double SLACK = 16;
    private static final int LARGE = 48;

    private final double[][] a;
    private final double norm;
    private final double tolerance;

    private VerifiedDecomposition(double[][] a) {
        this.a = a;
        this.norm = Norms.frobenius(a);
        this.tolerance = SLACK * a.length * EPSILON * norm;
    }

    /**
     * {@return the n eigenvalues, in no order}
     *
     * @param a read, {@code [n][n]}, balanced, entries of modulus below 1
     */
    static Complex[] eigenvalues(double[][] a) {
        VerifiedDecomposition decomposition = new VerifiedDecomposition(a);
        if (a.length >= LARGE) {
            Complex[] values = FrancisQr.eigenvalues(a);
            if (decomposition.tracesAgree(values)) {
                return values;
            }
        }
        for (double shift : new double[] {0, 1}) {
            Interrupts.poll();
            Complex[] values = decomposition.tryShifted(shift);
            if (values.length == a.length && decomposition.tracesAgree(values)) {
                return values;
            }
        }
        return FrancisQr.eigenvalues(a);
    }

    /** {@return the eigenvalues by way of A + shift·I, or none if commons-math3 fails or a residual isn't small} */
    private Complex[] tryShifted(double shift) {
        RealMatrix matrix = new Array2DRowRealMatrix(a);
        for (int i = 0; i < a.length; i++) {
            matrix.addToEntry(i, i, shift);
        }
        try {
            EigenDecomposition decomposition = new EigenDecomposition(matrix);
            Complex[] values = new Complex[a.length];
            for (int i = 0; i < a.length; i++) {
                values[i] = new Complex(decomposition.getRealEigenvalue(i) - shift, decomposition.getImagEigenvalue(i));
            }
            return residualsAreSmall(values, decomposition.getV()) ? values : new Complex[0];
        } catch (MathIllegalStateException | MathArithmeticException e) {
            return new Complex[0];
        }
    }

    /**
     * The columns of V are real: a pair re ± i·im has the real and the imaginary part of its vector in two neighbours x,
     * y, with A·x = re·x − im·y and A·y = re·y + im·x.
     */
    private boolean residualsAreSmall(Complex[] values, RealMatrix vectors) {
        double[][] v = vectors.transpose().getData();
        double[][] av =
                new Array2DRowRealMatrix(a, false).multiply(vectors).transpose().getData();
        for (int i = 0; i < values.length; i++) {
            double re = values[i].getReal();
            double im = values[i].getImaginary();
            double[] other = im == 0 ? v[i] : v[im > 0 ? i + 1 : i - 1];
            double residual = 0;
            double length = 0;
            for (int k = 0; k < v.length; k++) {
                double r = av[i][k] - re * v[i][k] + im * other[k];
                residual += r * r;
                length += v[i][k] * v[i][k] + other[k] * other[k];
            }
            if (!(length > 0 && residual <= tolerance * tolerance * length)) {
                return false;
            }
        }
        return true;
    }

    private boolean tracesAgree(Complex[] values) {
        double trace = 0;
        double traceOfSquare = 0;
        for (int i = 0; i < a.length; i++) {
            trace += a[i][i];
            for (int j = 0; j < a.length; j++) {
                traceOfSquare += a[i][j] * a[j][i];
            }
        }
        Complex sum = Complex.ZERO;
        Complex sumOfSquares = Complex.ZERO;
        for (Complex value : values) {
            sum = sum.add(value);
            sumOfSquares = sumOfSquares.add(value.multiply(value));
        }
        return Math.abs(sum.getReal() - trace) <= tolerance * Math.sqrt(a.length)
                && Math.abs(sumOfSquares.getReal() - traceOfSquare) <= 2 * tolerance * norm;
    }
}
