package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Random;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvectorConditionTest {
    private static double of(Mat a) {
        return EigenvectorCondition.of(a, Eigenvalues.of(a));
    }

    private static Mat inverse(Mat a) {
        return CommonsMath.from(MatrixUtils.inverse(CommonsMath.toRealMatrix(a)));
    }

    @Test
    void normalMatricesHaveConditionOne() {
        Mat g = Matrices.gaussian(8, new Random(1));
        assertThat(of(Matrices.orthogonal(8, new Random(2)))).isEqualTo(1);
        assertThat(of(g.plus(g.transposed()))).isEqualTo(1);
        assertThat(of(Matrices.identity(5))).isEqualTo(1);
        assertThat(of(Mat.of(new double[3][3]))).isEqualTo(1);
        assertThat(of(Mat.of(new double[0][0]))).isEqualTo(1);
    }

    @Test
    void defectiveMatricesHaveNone() {
        assertThat(of(Matrices.jordan(4, 0.9))).isInfinite();
        assertThat(of(Matrices.jordan(4, 0))).isInfinite();
        assertThat(of(Matrices.GALLERY_5)).isInfinite();
        Mat q = Matrices.orthogonal(3, new Random(1));
        Mat hidden = Matrices.times(Matrices.times(q, Matrices.jordan(3, 1)), q.transposed());
        assertThat(of(hidden)).isGreaterThan(1e7);
    }

    @Test
    void twoByTwoHasItsClosedForm() {
        // Eigenvectors (1, 0) and (1, x)/√(1 + x²): κ = (1 + c)/√(1 − c²), c the cosine between them.
        for (double x : new double[] {1, 0.1, 1e-3, 1e-5}) {
            Mat a = Mat.of(new double[][] {{1, 1}, {0, 1 + x}});
            double c = 1 / Math.sqrt(1 + x * x);
            double truth = (1 + c) / (x * c);
            assertThat(of(a)).isCloseTo(truth, within(1e-6 * truth));
            assertThat(of(a.times(1e-200))).isCloseTo(truth, within(1e-6 * truth));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 16, 64})
    void drawnEigenvectorsHaveTheirCondition(int n) {
        Mat v = Matrices.gaussian(n, new Random(n));
        double[] lengths = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                lengths[j] = Math.sqrt(lengths[j] * lengths[j] + v.at(i, j) * v.at(i, j));
            }
        }
        Mat unit = Mat.filled(n, n, (i, j) -> v.at(i, j) / lengths[j]);
        Mat values = Mat.filled(n, n, (i, j) -> i == j ? i + 1 : 0);
        Mat a = Matrices.times(Matrices.times(unit, values), inverse(unit));
        double[] singular = SingularValues.of(unit);
        double truth = singular[0] / singular[n - 1];
        assertThat(of(a)).isCloseTo(truth, within(1e-6 * truth));
    }

    @Test
    void complexPairsCountAsTheyWouldInComplexArithmetic() {
        // D·R·D⁻¹, R a rotation, has V = D·(1/√2)(1, ±i): columns (d, ±i/d) normalised.
        for (double d : new double[] {1.5, 10, 1000}) {
            double s = Math.sin(1);
            double c = Math.cos(1);
            Mat a = Mat.of(new double[][] {{c, -s * d * d}, {s / (d * d), c}});
            assertThat(of(a)).isCloseTo(d * d, within(1e-6 * d * d));
        }
    }

    @Test
    void repeatedEigenvaluesOfARankOneMatrixAreNotDefective() {
        Random random = new Random(3);
        Mat u = Matrices.gaussian(16, 1, random);
        Mat v = Matrices.gaussian(16, 1, random);
        Mat a = Matrices.times(u, v.transposed());
        // V = [u, basis of v⊥]: the angle between u and v⊥ decides.
        double cosine = 0;
        for (int i = 0; i < 16; i++) {
            cosine += u.at(i, 0) * v.at(i, 0);
        }
        cosine = Math.abs(cosine)
                / Norms.frobenius(u).value()
                / Norms.frobenius(v).value();
        double sine = Math.sqrt(1 - cosine * cosine);
        double truth = Math.sqrt((1 + sine) / (1 - sine));
        assertThat(of(a)).isCloseTo(truth, within(1e-6 * truth));
    }
}
