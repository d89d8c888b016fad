package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Singular values of an ordinary matrix, without the vectors, at any scale: the matrix is brought to max |a_ij| &lt; 1 by a
 * power of two first. commons-math3, which computes the vectors whether they are wanted or not and takes an order of
 * magnitude longer, has the last word where the iteration here should not converge.
 *
 * <p>Accuracy: an absolute error of 1e-14 · ‖A‖₂ in each (SingularValuesTest), so the ones more than 14 decades below
 * the largest are noise. For products of many Jacobians, where that is the rule, see {@link FactoredProduct}.
 */
public final class SingularValues {
    private SingularValues() {}

    /** {@return the min(rows, columns) singular values of {@code a}, falling; none for a matrix without entries} */
    public static double[] of(Mat a) {
        Scaling scaling = Scaling.of(Finite.entries("singular values", a));
        double[] values = ofScaled(scaling.rows(), a.columns());
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(values[i], scaling.exponent());
        }
        return values;
    }

    /** {@return ‖a‖₂, the largest singular value: infinite where it exceeds the largest double, 0 without entries} */
    public static double norm2(Mat a) {
        return scaledNorm2(a).value();
    }

    /** {@return ‖a‖₂ where also the norm of the largest doubles has a number} */
    public static Scaled scaledNorm2(Mat a) {
        Scaling scaling = Scaling.of(Finite.entries("the norm", a));
        double[] values = ofScaled(scaling.rows(), a.columns());
        return values.length == 0 ? Scaled.ZERO : new Scaled(values[0], scaling.exponent());
    }

    /** {@return the singular values of rows that are scaled already, falling} */
    static double[] ofScaled(double[][] rows, int columns) {
        if (rows.length == 0 || columns == 0) {
            return new double[0];
        }
        double[][] tall = rows.length < columns ? RowArithmetic.transposed(rows) : rows;
        return BidiagonalQr.values(Bidiagonal.of(tall, Math.min(rows.length, columns)))
                .orElseGet(() ->
                        new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false)).getSingularValues());
    }
}
