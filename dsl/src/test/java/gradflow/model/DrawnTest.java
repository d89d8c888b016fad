package gradflow.model;

import static gradflow.model.Recipes.gaussian;
import static gradflow.model.Recipes.ginibre;
import static gradflow.model.Recipes.orthogonal;
import static gradflow.model.Recipes.uniform;
import static gradflow.model.Recipes.unitary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnTest {
    @Test
    void sameSeedDrawsTheSame() {
        assertThat(gaussian(0.1).sample(3, 5, 7)).isEqualTo(gaussian(0.1).sample(3, 5, 7));
        assertThat(gaussian(0.1).sample(3, 5, 7)).isNotEqualTo(gaussian(0.1).sample(3, 5, 8));
    }

    @Test
    void seedIsZeroUnlessGiven() {
        assertThat(gaussian(0.1).sample(4)).isEqualTo(gaussian(0.1).sample(4, 4, 0));
        assertThat(gaussian(0.1).sample(4, 2)).isEqualTo(gaussian(0.1).sample(4, 2, 0));
    }

    @Test
    void gaussianScalesStandardNormals() {
        Mat normal = new TorchRandom(3).randn(4, 4);
        assertThat(gaussian(0.1).draw(4, 4, new TorchRandom(3))).isEqualTo(normal.times(0.1));
    }

    @Test
    void ginibreScalesByTheRootOfTheColumns() {
        Mat normal = new TorchRandom(3).randn(3, 16);
        assertThat(ginibre(2).draw(3, 16, new TorchRandom(3))).isEqualTo(normal.times(0.5));
    }

    @Test
    void uniformFillsItsInterval() {
        double[] values = uniform(0.5).sample(1, 1000).getRow(0);
        assertThat(Arrays.stream(values).max()).hasValueCloseTo(0.5, within(0.01));
        assertThat(Arrays.stream(values).min()).hasValueCloseTo(-0.5, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,4", "7,3", "3,7", "1,9", "64,64"})
    void orthogonalHasOrthonormalRowsOrColumns(int rows, int columns) {
        RealMatrix q = orthogonal().sample(rows, columns, 5);
        assertIdentity(
                rows < columns ? q.multiply(q.transpose()) : q.transpose().multiply(q), 1);
    }

    @Test
    void gainScalesAnOrthogonalMatrix() {
        RealMatrix q = orthogonal(1.2).sample(6);
        assertIdentity(q.multiply(q.transpose()), 1.2 * 1.2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 32})
    void unitaryIsOrthogonalAndCommutesWithTheImaginaryUnit(int n) {
        RealMatrix u = unitary().sample(n, n, 5);
        assertIdentity(u.multiply(u.transpose()), 1);
        RealMatrix i = MatrixUtils.createRealMatrix(n, n);
        for (int k = 0; k < n; k += 2) {
            i.setEntry(k, k + 1, -1);
            i.setEntry(k + 1, k, 1);
        }
        assertThat(u.multiply(i)).isEqualTo(i.multiply(u));
    }

    /** Q is the factor whose R has a positive diagonal, which makes it uniformly distributed. */
    @Test
    void unitaryIsTheQOfAComplexNormalMatrix() {
        TorchRandom random = new TorchRandom(5);
        Mat real = random.randn(3, 3);
        Mat imaginary = random.randn(3, 3);
        RealMatrix normal = MatrixUtils.createRealMatrix(6, 6);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double a = real.at(i, j);
                double b = imaginary.at(i, j);
                normal.setSubMatrix(new double[][] {{a, -b}, {b, a}}, 2 * i, 2 * j);
            }
        }
        RealMatrix r = unitary().sample(6, 6, 5).transpose().multiply(normal);
        for (int i = 0; i < 6; i++) {
            assertThat(r.getEntry(i, i)).isPositive();
            for (int j = 0; j < i; j++) {
                assertThat(r.getEntry(i, j)).isCloseTo(0, within(1e-14));
            }
        }
    }

    private static void assertIdentity(RealMatrix matrix, double scale) {
        RealMatrix identity =
                MatrixUtils.createRealIdentityMatrix(matrix.getRowDimension()).scalarMultiply(scale);
        assertThat(matrix.subtract(identity).getFrobeniusNorm()).isLessThan(1e-13);
    }
}
