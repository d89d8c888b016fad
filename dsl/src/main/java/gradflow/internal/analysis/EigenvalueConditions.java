package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * How far a perturbation of the matrix can move each eigenvalue: by κ(λ)·‖E‖₂ to first order, with κ(λ) = 1/|yᴴ·x| for the
 * unit right and left eigenvectors x and y. 1 for a normal matrix, infinite for a defective eigenvalue. Where m eigenvalues
 * coincide and have m independent eigenvectors, κ is the norm of the projection onto their eigenspace, 1/σ_min(Yᴴ·X) for
 * orthonormal bases X and Y, which for m = 1 is the same.
 *
 * <p>Eigenvalues coincide if they differ by rounding alone. One whose |yᴴ·x| is below n·2^-52 counts as defective; where
 * rounding has moved the eigenvalues of a defective matrix apart, κ is large but finite.
 *
 * <p>Accuracy: relative 1e-6 while κ &lt; 1e6 (EigenvalueConditionsTest).
 *
 * @see "Wilkinson (1965), The Algebraic Eigenvalue Problem; Stewart, Sun (1990), Matrix Perturbation Theory, §IV.2"
 */
public final class EigenvalueConditions {
    private static final double EPSILON = 0x1p-52;
    private static final double SLACK = 32;

    private final Balancing.Balanced balanced;
    private final double tolerance;
    private final Resolvent resolvent;
    private final Complex[] values;

    private EigenvalueConditions(Balancing.Balanced balanced, Complex[] values) {
        this.balanced = balanced;
        this.values = values;
        tolerance = SLACK * values.length * EPSILON * Norms.frobenius(balanced.rows());
        resolvent = Resolvent.ofScaled(balanced.rows());
    }

    /** {@return κ(λ) in the order of the eigenvalues, which must be those of {@code a}} */
    public static double[] of(Mat a, Eigenvalues eigenvalues) {
        double[] conditions = new double[a.rows()];
        if (Normality.of(a, eigenvalues).isNormal()) {
            Arrays.fill(conditions, 1);
            return conditions;
        }
        Balancing.Balanced balanced = Balancing.of(a.toRows());
        Complex[] values = Arrays.stream(eigenvalues.values())
                .map(value -> CommonsMath.scaled(value, -balanced.exponent()))
                .toArray(Complex[]::new);
        EigenvalueConditions system = new EigenvalueConditions(balanced, values);
        for (int k = 0; k < conditions.length; k++) {
            conditions[k] = conditions[k] > 0 ? conditions[k] : system.condition(k, conditions);
        }
        return conditions;
    }

    /** {@return κ of eigenvalue k, noted also for those that coincide with it and for their conjugates} */
    private double condition(int k, double[] conditions) {
        Complex value = values[k];
        int multiplicity = 0;
        for (Complex other : values) {
            multiplicity += coincides(value, other) ? 1 : 0;
        }
        double condition = multiplicity == 1 ? simple(value) : multiple(value, multiplicity);
        for (int j = 0; j < values.length; j++) {
            if (coincides(value, values[j]) || coincides(value.conjugate(), values[j])) {
                conditions[j] = condition;
            }
        }
        return condition;
    }

    private boolean coincides(Complex one, Complex other) {
        return one.subtract(other).abs() <= tolerance;
    }

    private double simple(Complex value) {
        ShiftedHessenberg shifted = resolvent.at(value.getReal(), value.getImaginary());
        double product = shifted.condition();
        if (!(product < 1 / (values.length * EPSILON))) {
            return Double.POSITIVE_INFINITY;
        }
        Scaled right = length(shifted.rightRe(), shifted.rightIm(), 1);
        Scaled left = length(shifted.leftRe(), shifted.leftIm(), -1);
        return Math.max(1, right.times(left).times(Scaled.of(product)).value());
    }

    /** {@return ‖D^±1·Q·z‖, which undoes the balancing} */
    private Scaled length(double[] re, double[] im, int sign) {
        resolvent.toOriginal(re);
        resolvent.toOriginal(im);
        Scaled squares = Scaled.ZERO;
        for (int i = 0; i < re.length; i++) {
            double square = re[i] * re[i] + im[i] * im[i];
            squares = squares.plus(new Scaled(square, 2L * sign * balanced.similarity(i)));
        }
        return squares.squareRoot();
    }

    /**
     * By the null spaces of B − λ·I, written as a real matrix of twice the size where λ isn't real, which doubles every
     * singular value and leaves the norm of the projection as it is.
     */
    private double multiple(Complex value, int multiplicity) {
        RealMatrix shifted = realified(value);
        int doubled = value.getImaginary() == 0 ? 1 : 2;
        int size = shifted.getRowDimension();
        int kernel = doubled * multiplicity;
        SingularValueDecomposition decomposition = new SingularValueDecomposition(shifted);
        if (decomposition.getSingularValues()[size - kernel] > 2 * tolerance) {
            return Double.POSITIVE_INFINITY;
        }
        double[][] right = basis(decomposition.getV(), kernel, 1);
        double[][] left = basis(decomposition.getU(), kernel, -1);
        double[] cosines =
                SingularValues.ofScaled(RowArithmetic.product(left, RowArithmetic.transposed(right)), kernel);
        double least = cosines[kernel - 1];
        return least > values.length * EPSILON ? Math.max(1, 1 / least) : Double.POSITIVE_INFINITY;
    }

    private RealMatrix realified(Complex value) {
        double[][] rows = balanced.rows();
        int n = rows.length;
        int size = value.getImaginary() == 0 ? n : 2 * n;
        RealMatrix shifted = new Array2DRowRealMatrix(size, size);
        for (int at = 0; at < size; at += n) {
            shifted.setSubMatrix(rows, at, at);
        }
        for (int i = 0; i < size; i++) {
            shifted.addToEntry(i, i, -value.getReal());
            if (size > n) {
                shifted.addToEntry(i, i < n ? i + n : i - n, i < n ? value.getImaginary() : -value.getImaginary());
            }
        }
        return shifted;
    }

    /** {@return an orthonormal basis of D^±1 times the last columns, as rows} */
    private double[][] basis(RealMatrix vectors, int kernel, int sign) {
        int size = vectors.getRowDimension();
        int n = balanced.rows().length;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, sign * balanced.similarity(i));
        }
        double[][] basis = new double[kernel][size];
        for (int k = 0; k < kernel; k++) {
            for (int i = 0; i < size; i++) {
                basis[k][i] =
                        Math.scalb(vectors.getEntry(i, size - kernel + k), sign * balanced.similarity(i % n) - most);
            }
        }
        ScaledColumns orthonormal = new ScaledColumns(basis, new long[kernel], new double[kernel][0]);
        orthonormal.orthogonalise();
        double[][] directions = new double[kernel][];
        for (int k = 0; k < kernel; k++) {
            directions[k] = orthonormal.direction(k);
        }
        return directions;
    }
}
