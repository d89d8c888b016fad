package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import java.util.Random;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingularValuesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/oracle/eigenvalues/reference.csv", numLinesToSkip = 2)
    void agreesWithEightyDigits(String family, int n, double rho, double largest, double smallest) {
        Mat a = switch (family) {
            case "grcar" -> Matrices.grcar(n);
            case "frank" -> Matrices.frank(n);
            case "hilbert" -> Matrices.hilbert(n);
            case "lcg1" -> Matrices.congruential(n, 1);
            case "lcg2" -> Matrices.congruential(n, 2);
            default -> Mat.filled(n, n, (i, j) -> Matrices.GALLERY_5.at(i, j) / 3);
        };
        double[] values = SingularValues.of(a);
        assertThat(values).hasSize(n).isSortedAccordingTo((x, y) -> Double.compare(y, x));
        assertThat(values[0]).isCloseTo(largest, within(1e-14 * largest));
        assertThat(values[n - 1]).isCloseTo(smallest, within(1e-14 * largest));
        assertThat(SingularValues.norm2(a)).isEqualTo(values[0]);
    }

    /** Those of commons-math3 come with vectors, by another route. */
    @ParameterizedTest
    @ValueSource(
            strings = {"gaussian", "of small integers", "sparse", "of many sizes", "of falling columns", "of low rank"})
    void agreeWithCommonsMath(String kind) {
        Random random = new Random(kind.hashCode());
        for (int trial = 0; trial < 200; trial++) {
            int rows = 1 + random.nextInt(20);
            int columns = 1 + random.nextInt(20);
            Mat a = drawn(kind, rows, columns, random);
            double[] values = SingularValues.of(a);
            double[] expected = new SingularValueDecomposition(CommonsMath.toRealMatrix(a)).getSingularValues();
            assertThat(values).containsExactly(expected, within(1e-14 * (expected[0] + Double.MIN_NORMAL)));
        }
    }

    private static Mat drawn(String kind, int rows, int columns, Random random) {
        Mat gaussian = Matrices.gaussian(rows, columns, random);
        double[] u = random.doubles(rows).toArray();
        double[] v = random.doubles(columns).toArray();
        return Mat.filled(rows, columns, (i, j) -> switch (kind) {
            case "gaussian" -> gaussian.at(i, j);
            case "of small integers" -> Math.rint(gaussian.at(i, j));
            case "sparse" -> Math.abs(gaussian.at(i, j)) < 1 ? 0 : gaussian.at(i, j);
            case "of many sizes" -> gaussian.at(i, j) * Math.pow(10, -20 * random.nextDouble());
            case "of falling columns" -> gaussian.at(i, j) * Math.pow(10, -j);
            default -> u[i] * v[j];
        });
    }

    @Test
    void entriesTooSmallToChangeANormCountAllTheSame() {
        // σ² are the eigenvalues of [[1 + δ², δ²], [δ², 2δ²]], δ = 1e-9.
        double[] values = SingularValues.of(Mat.of(new double[][] {{1, 0}, {1e-9, 1e-9}, {0, 1e-9}}));
        assertThat(values[0]).isEqualTo(1);
        assertThat(values[1]).isCloseTo(Math.sqrt(2) * 1e-9, within(1e-24));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -700, 0, 700, 1000})
    void scaleWithTheMatrixExactly(int exponent) {
        Mat a = Matrices.gaussian(6, 4, new Random(1));
        double[] values = SingularValues.of(a);
        double[] scaled = SingularValues.of(a.times(Math.scalb(1.0, exponent)));
        for (int i = 0; i < 4; i++) {
            assertThat(scaled[i]).isEqualTo(Math.scalb(values[i], exponent));
        }
    }

    @Test
    void rectangularMatricesHaveTheValuesOfTheirTranspose() {
        Mat wide = Matrices.gaussian(3, 7, new Random(2));
        double[] values = SingularValues.of(wide);
        double[] transposed = SingularValues.of(wide.transposed());
        RealMatrix m = CommonsMath.toRealMatrix(wide);
        assertThat(values).hasSize(3).containsExactly(transposed, within(1e-14));
        assertThat(values[0] * values[0] + values[1] * values[1] + values[2] * values[2])
                .isCloseTo(m.multiply(m.transpose()).getTrace(), within(1e-13));
    }

    @Test
    void zeroAndEmptyMatricesHaveNormZero() {
        assertThat(SingularValues.of(Mat.of(new double[3][2]))).containsExactly(0, 0);
        assertThat(SingularValues.of(Mat.of(new double[0][0]))).isEmpty();
        assertThat(SingularValues.of(Mat.of(new double[3][0]))).isEmpty();
        assertThat(SingularValues.norm2(Mat.of(new double[0][0]))).isZero();
        assertThat(SingularValues.norm2(Mat.of(new double[2][2]))).isZero();
    }

    @Test
    void normBeyondTheLargestDoubleIsStillKnown() {
        Mat ones = Mat.filled(4, 4, (i, j) -> 1e308);
        assertThat(SingularValues.norm2(ones)).isInfinite();
        assertThat(SingularValues.scaledNorm2(ones).log10()).isCloseTo(308 + Math.log10(4), within(1e-12));
    }

    @Test
    void refusesInfinity() {
        assertThatThrownBy(() -> SingularValues.of(Mat.of(new double[][] {{1, Double.POSITIVE_INFINITY}})))
                .isInstanceOf(Refusal.class)
                .hasMessage("""
                        singular values: every entry must be a finite number, but row 1, column 2 was Infinity
                          in:  singular values of a 1×2 matrix
                          try: smaller weights or a shorter horizon, so that nothing overflows""");
    }
}
