package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrancisQrTest {
    /** Sizes on both sides of where there are more bulges, where a chain makes one more round, and where blocks of rows end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 31, 34, 35, 36, 59, 60, 61, 65, 67, 89, 90, 91, 98, 99, 100, 131, 199, 200})
    void agreesWithCommonsMath(int n) {
        Mat a = Matrices.gaussian(n, new Random(n)).times(0.1);
        EigenDecomposition decomposition = new EigenDecomposition(CommonsMath.toRealMatrix(a));
        List<Complex> expected = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            expected.add(new Complex(decomposition.getRealEigenvalue(k), decomposition.getImagEigenvalue(k)));
        }
        for (Complex value : FrancisQr.eigenvalues(a.toRows())) {
            Complex nearest = expected.stream()
                    .min(Comparator.comparingDouble(
                            other -> other.subtract(value).abs()))
                    .orElseThrow();
            assertThat(nearest.subtract(value).abs()).isLessThan(1e-12 * Math.sqrt(n));
            expected.remove(nearest);
        }
        assertThat(expected).isEmpty();
    }

    /** Two blocks that hang together one way only: the second is done while the first waits above it. */
    @ParameterizedTest
    @ValueSource(ints = {40, 70})
    void findsTheEigenvaluesOfBothBlocksOfATriangle(int n) {
        Random random = new Random(5);
        double[][] rows = Matrices.gaussian(2 * n, random).times(0.05).toRows();
        for (int i = n; i < 2 * n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = 0;
            }
        }
        Mat upper = Mat.filled(n, n, (i, j) -> rows[i][j]);
        Mat lower = Mat.filled(n, n, (i, j) -> rows[n + i][n + j]);
        double truth = Math.max(Eigenvalues.spectralRadius(upper), Eigenvalues.spectralRadius(lower));
        double radius = 0;
        for (Complex value : FrancisQr.eigenvalues(rows)) {
            radius = Math.max(radius, value.abs());
        }
        assertThat(radius).isCloseTo(truth, within(1e-11 * truth));
    }
}
