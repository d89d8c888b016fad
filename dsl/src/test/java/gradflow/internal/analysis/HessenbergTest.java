package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HessenbergTest {
    /** An orthogonal similarity keeps singular values: nothing of the matrix may get lost, however small. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-6, 1e-9, 1e-12})
    void keepsTheSingularValuesOfRowsOfDifferentSizes(double ratio) {
        Random random = new Random(3);
        double[][] rows = Matrices.gaussian(12, 12, random).times(0.1).toRows();
        for (int i = 3; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] *= ratio;
            }
        }
        double[][] h = Hessenberg.of(rows).h();
        double[] expected = SingularValues.of(Mat.of(rows));
        double[] values = SingularValues.of(Mat.of(h));
        for (int k = 0; k < expected.length; k++) {
            assertThat(values[k]).isCloseTo(expected[k], within(4e-15 * expected[0]));
        }
        for (int i = 2; i < h.length; i++) {
            for (int j = 0; j + 1 < i; j++) {
                assertThat(h[i][j]).isZero();
            }
        }
    }

    /** Sizes on both sides of where panels end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 33, 34, 35, 66, 67, 100})
    void isSimilarToTheMatrixByItsReflections(int n) {
        Random random = new Random(n);
        double[][] a = Matrices.gaussian(n, random).times(0.1).toRows();
        double[] x = random.doubles(n, -1, 1).toArray();
        Hessenberg reduced = Hessenberg.of(a);
        double[] viaH = times(reduced.h(), x);
        reduced.apply(viaH);
        reduced.apply(x);
        double[] direct = times(a, x);
        for (int i = 0; i < n; i++) {
            assertThat(viaH[i]).isCloseTo(direct[i], within(1e-15 * n));
        }
    }

    private static double[] times(double[][] a, double[] x) {
        return Arrays.stream(a).mapToDouble(row -> RowArithmetic.dot(row, x)).toArray();
    }
}
