package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** Singular values of a matrix. */
public final class SingularValues {
    private SingularValues() {}

    /** {@return the largest singular value} */
    public static double norm2(Mat matrix) {
        return new SingularValueDecomposition(MatrixUtils.createRealMatrix(matrix.toRows())).getNorm();
    }
}
