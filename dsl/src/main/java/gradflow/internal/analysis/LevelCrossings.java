package gradflow.internal.analysis;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Where on a circle around 0, or on a line parallel to the imaginary axis, a singular value of A − z·I equals ε: all places
 * at once, as eigenvalues of a real matrix of twice the size. Rounding may add places and, where two nearly meet, lose them;
 * whoever asks tests them, and doesn't take their absence for a proof.
 *
 * @see "Byers (1988), A bisection method for measuring the distance of a stable matrix to the unstable matrices; Mengi,
 *     Overton (2005), Algorithms for the computation of the pseudospectral radius and the numerical radius of a matrix"
 */
final class LevelCrossings {
    /** A computed eigenvalue so near the axis may be on it. */
    private static final double NEAR = 1e-4;

    private static final double APART = 0x1p-30;

    private LevelCrossings() {}

    /**
     * {@return the angles 0 ≤ θ ≤ π, rising, among them 0 and π, between which σ_min(A − r·e^{iθ}·I) crosses ε}
     *
     * @param a read, {@code [n][n]}
     */
    static double[] angles(double[][] a, double r, double epsilon) {
        int n = a.length;
        RealMatrix left = new Array2DRowRealMatrix(2 * n, 2 * n);
        RealMatrix right = new Array2DRowRealMatrix(2 * n, 2 * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                left.setEntry(i, j, a[i][j]);
                right.setEntry(n + i, n + j, a[j][i]);
            }
            left.setEntry(i, n + i, epsilon);
            left.setEntry(n + i, n + i, r);
            right.setEntry(i, i, r);
            right.setEntry(n + i, i, epsilon);
        }
        // λ = e^{iθ} solves left·w = λ·right·w; μ = (λ − 1)/(λ + 1) = i·tan(θ/2) is an ordinary eigenvalue.
        DecompositionSolver solver = new LUDecomposition(left.add(right), 0).getSolver();
        if (!solver.isNonSingular()) {
            return angles(a, r * (1 + APART), epsilon);
        }
        double[] tangents = onAxis(solver.solve(left.subtract(right)).getData());
        double[] angles = new double[tangents.length + 2];
        for (int k = 0; k < tangents.length; k++) {
            angles[k] = 2 * StrictMath.atan(tangents[k]);
        }
        angles[tangents.length + 1] = Math.PI;
        Arrays.sort(angles);
        return angles;
    }

    /**
     * {@return the heights y ≥ 0, rising, among them 0, between which σ_min(A − (x + iy)·I) crosses ε}
     *
     * @param a read, {@code [n][n]}
     */
    static double[] heights(double[][] a, double x, double epsilon) {
        int n = a.length;
        double[][] h = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                h[i][j] = a[i][j];
                h[n + i][n + j] = -a[j][i];
            }
            h[i][i] -= x;
            h[n + i][n + i] += x;
            h[i][n + i] = epsilon;
            h[n + i][i] = -epsilon;
        }
        double[] on = onAxis(h);
        double[] heights = Arrays.copyOf(on, on.length + 1);
        Arrays.sort(heights);
        return heights;
    }

    /** {@return the imaginary parts, from 0 up, of the eigenvalues near the imaginary axis} */
    private static double[] onAxis(double[][] matrix) {
        Scaling scaling = Scaling.of(matrix);
        double norm = Norms.frobenius(scaling.rows()) / Math.sqrt(matrix.length);
        return Arrays.stream(FrancisQr.eigenvalues(scaling.rows()))
                .filter(value ->
                        value.getImaginary() >= 0 && Math.abs(value.getReal()) <= NEAR * Math.max(norm, value.abs()))
                .mapToDouble(Complex::getImaginary)
                .map(y -> Math.scalb(y, scaling.exponent()))
                .toArray();
    }
}
