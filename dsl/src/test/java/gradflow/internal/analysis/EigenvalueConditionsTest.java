package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EigenvalueConditionsTest {
    private static double[] of(Mat a) {
        return EigenvalueConditions.of(a, Eigenvalues.of(a));
    }

    private static void assertAll(Mat a, double truth) {
        assertThat(of(a)).hasSize(a.rows());
        for (double condition : of(a)) {
            assertThat(condition).isCloseTo(truth, within(1e-6 * truth));
        }
    }

    @Test
    void twoByTwoHasItsClosedForm() {
        for (double x : new double[] {1, 0.1, 1e-3, 1e-5}) {
            Mat a = Mat.of(new double[][] {{1, 1}, {0, 1 + x}});
            double truth = Math.sqrt(1 + 1 / (x * x));
            assertAll(a, truth);
            assertAll(a.times(1e-200), truth);
        }
    }

    @Test
    void ofANormalMatrixTheyAreOne() {
        assertThat(of(Matrices.orthogonal(8, new Random(2)))).containsOnly(1);
        assertThat(of(Matrices.identity(5))).containsOnly(1);
        assertThat(of(Mat.of(new double[0][0]))).isEmpty();
    }

    @Test
    void ofDefectiveEigenvaluesTheyAreInfinite() {
        assertThat(of(Matrices.jordan(4, 0.9))).containsOnly(Double.POSITIVE_INFINITY);
        assertThat(of(Matrices.GALLERY_5)).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void ofARepeatedEigenvalueItIsTheNormOfTheProjection() {
        // e₁·(1, 3, 4): projects on e₁ along the plane of 0, with norm √26; the same for the projection on that plane.
        Mat a = Mat.of(new double[][] {{1, 3, 4}, {0, 0, 0}, {0, 0, 0}});
        assertAll(a, Math.sqrt(26));
    }

    @Test
    void ofRepeatedComplexPairsToo() {
        double d = 10;
        Mat plane = Mat.of(new double[][] {{0, -d * d}, {1 / (d * d), 0}});
        Mat twice = Mat.filled(4, 4, (i, j) -> i / 2 == j / 2 ? plane.at(i % 2, j % 2) : 0);
        double truth = of(plane)[0];
        // D·R·D⁻¹: x = (d, −i/d), y = (1/d, −i·d), |yᴴx| = 2.
        assertThat(truth).isCloseTo(0.5 * (d * d + 1 / (d * d)), within(1e-6 * truth));
        assertAll(twice, truth);
    }

    /** SciPy's eigenvectors, left and right. */
    @Test
    void grcarAgreesWithLapack() {
        double[] conditions = of(Matrices.grcar(32));
        double[] lapack = {3459.79077473, 3459.79077473, 10368.57306067, 10368.57306067, 14629.54905805};
        for (int k = 0; k < lapack.length; k++) {
            assertThat(conditions[k]).isCloseTo(lapack[k], within(1e-6 * lapack[k]));
        }
    }

    @Test
    void aDiagonalSimilarityChangesThemAndIsNotLostInBalancing() {
        Mat a = Mat.of(new double[][] {{1, 1e8}, {1e-8, -1}});
        // λ = ±√2, x = (1e8, λ − 1)ᵀ, y = (1e-8, λ − 1)ᵀ.
        double v = Math.sqrt(2) - 1;
        double truth = Math.sqrt((1e16 + v * v) * (1e-16 + v * v)) / (1 + v * v);
        assertThat(of(a)[0]).isCloseTo(truth, within(1e-6 * truth));
    }
}
