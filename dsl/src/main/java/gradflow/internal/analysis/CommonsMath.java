package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** The bridge between our immutable types and commons-math3's. Everything that crosses it is copied. */
public final class CommonsMath {
    private CommonsMath() {}

    /** {@return the entries of {@code matrix}, whose shape commons-math3 keeps at 1×1 or more} */
    public static Mat from(RealMatrix matrix) {
        return Mat.of(matrix.getData());
    }

    /** {@return a copy of {@code matrix}, which must have an entry: commons-math3 has no empty matrices} */
    public static RealMatrix toRealMatrix(Mat matrix) {
        return new Array2DRowRealMatrix(matrix.toRows(), false);
    }

    /** {@return 2^exponent · z; a part that leaves the range of a double becomes 0 or infinite} */
    static Complex scaled(Complex z, int exponent) {
        return new Complex(Math.scalb(z.getReal(), exponent), Math.scalb(z.getImaginary(), exponent));
    }
}
