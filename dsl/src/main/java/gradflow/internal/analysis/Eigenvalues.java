package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/** Eigenvalues of a square matrix. */
public final class Eigenvalues {
    private Eigenvalues() {}

    /** {@return the largest modulus of an eigenvalue} */
    public static double spectralRadius(Mat matrix) {
        EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(matrix.toRows()));
        double radius = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            radius = Math.max(radius, StrictMath.hypot(eigen.getRealEigenvalue(i), eigen.getImagEigenvalue(i)));
        }
        return radius;
    }
}
