package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.CancelledRun;
import gradflow.internal.kernel.Mat;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvaluesTest {
    static final double TOLERANCE = 1e-10;

    /** ρ by both doors, within its own uncertainty and to ten digits; the traces as a check of the other eigenvalues. */
    static void assertRadius(Mat a, double truth) {
        Eigenvalues eigenvalues = Eigenvalues.of(a);
        assertThat(eigenvalues.radius()).isCloseTo(truth, within(TOLERANCE * truth));
        assertThat(Math.abs(eigenvalues.radius() - truth)).isLessThanOrEqualTo(eigenvalues.uncertainty());
        assertThat(Eigenvalues.spectralRadius(a)).isEqualTo(eigenvalues.radius());
        assertTraces(a, eigenvalues.values());
    }

    private static void assertTraces(Mat a, Complex[] values) {
        double norm = Norms.frobenius(a).value();
        double trace = 0;
        Complex sum = Complex.ZERO;
        for (int i = 0; i < a.rows(); i++) {
            trace += a.at(i, i);
            sum = sum.add(values[i]);
        }
        assertThat(sum.getReal()).isCloseTo(trace, within(1e-12 * norm));
        assertThat(sum.getImaginary()).isCloseTo(0, within(1e-12 * norm));
    }

    private static Mat outerProducts(Mat u, Mat v) {
        return Matrices.times(u, v.transposed());
    }

    /** The non-zero eigenvalues of U·Vᵀ are those of the small matrix Vᵀ·U. */
    private static double radiusOfSmall(Mat u, Mat v) {
        RealMatrix small = CommonsMath.toRealMatrix(Matrices.times(v.transposed(), u));
        EigenDecomposition decomposition = new EigenDecomposition(small);
        double radius = 0;
        for (int i = 0; i < small.getRowDimension(); i++) {
            radius = Math.max(
                    radius, new Complex(decomposition.getRealEigenvalue(i), decomposition.getImagEigenvalue(i)).abs());
        }
        return radius;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16, 64})
    void lowRankMatricesHaveTheRadiusOfTheirSmallFactor(int n) {
        for (int rank : new int[] {1, 2, 5}) {
            for (int seed = 0; seed < 10; seed++) {
                Random random = new Random(1000L * n + 10L * rank + seed);
                Mat u = Matrices.gaussian(n, rank, random).times(1.0 / n);
                Mat v = Matrices.gaussian(n, rank, random);
                double truth = radiusOfSmall(u, v);
                Mat a = outerProducts(u, v);
                assertThat(Eigenvalues.spectralRadius(a))
                        .as("n %d, rank %d, seed %d", n, rank, seed)
                        .isCloseTo(truth, within(1e-10 * truth + 1e-13));
                assertThat(Math.abs(Eigenvalues.of(a).radius() - truth)).isLessThan(1e-10 * truth + 1e-13);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void deadUnitsLeaveTheRadiusOfTheLivingBlock(int n) {
        for (int seed = 0; seed < 5; seed++) {
            Mat full = Matrices.gaussian(n, new Random(seed));
            Mat living = Mat.filled(n / 2, n / 2, (i, j) -> full.at(2 * i, 2 * j));
            double truth = Eigenvalues.spectralRadius(living);
            assertRadius(Mat.filled(n, n, (i, j) -> i % 2 == 0 ? full.at(i, j) : 0), truth);
            assertRadius(Mat.filled(n, n, (i, j) -> j % 2 == 0 ? full.at(i, j) : 0), truth);
        }
    }

    @Test
    void noiseBesideRankOneDoesNotHideTheRadius() {
        Random random = new Random(7);
        Mat u = Matrices.gaussian(64, 1, random).times(1.0 / 64);
        Mat v = Matrices.gaussian(64, 1, random);
        double truth = radiusOfSmall(u, v);
        Mat noisy = outerProducts(u, v).plus(Matrices.gaussian(64, random).times(1e-12));
        assertThat(Eigenvalues.spectralRadius(noisy)).isCloseTo(truth, within(1e-10 * truth));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16, 64})
    void fallingOuterProductsHaveTheRadiusOfTheirFactors(int n) {
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            Mat u = Matrices.gaussian(n, random);
            Mat v = Matrices.gaussian(n, random);
            Mat falling = Mat.filled(n, n, (i, j) -> u.at(i, j) * Math.pow(10, -j));
            Mat a = outerProducts(falling, v);
            // The factors in the other order have the same eigenvalues, but are graded, and so well determined.
            Mat other = Matrices.times(v.transposed(), falling);
            assertThat(Eigenvalues.spectralRadius(a))
                    .isCloseTo(Eigenvalues.spectralRadius(other), within(1e-10 * Eigenvalues.spectralRadius(other)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void sparseMatricesAgreeWithTheirSimilarCopy(int n) {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            Mat a = Mat.filled(n, n, (i, j) -> random.nextDouble() < 0.05 ? random.nextGaussian() : 0);
            double radius = Eigenvalues.spectralRadius(a);
            assertThat(Eigenvalues.spectralRadius(a.transposed())).isCloseTo(radius, within(1e-10 * radius));
            assertThat(Eigenvalues.of(a).uncertainty()).isLessThanOrEqualTo(1e-10 * Math.max(radius, 1e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-200, 1e-100, 1e-13, 1e-12, 1e13, 1e100, 1e154, 1e160, 1e300})
    void radiusScalesWithTheMatrix(double scale) {
        for (int n : new int[] {2, 3, 4, 8, 16}) {
            for (int seed = 0; seed < 10; seed++) {
                Mat a = Matrices.gaussian(n, new Random(31L * n + seed));
                double radius = Eigenvalues.spectralRadius(a);
                assertThat(Eigenvalues.spectralRadius(a.times(scale)) / scale)
                        .isCloseTo(radius, within(1e-12 * radius));
                Mat symmetric = a.plus(a.transposed());
                assertRadius(symmetric.times(scale), Eigenvalues.spectralRadius(symmetric) * scale);
            }
        }
    }

    @Test
    void powersOfTwoScaleEveryEigenvalueExactly() {
        Mat a = Matrices.gaussian(8, new Random(3));
        Complex[] values = Eigenvalues.of(a).values();
        Complex[] scaled = Eigenvalues.of(a.times(0x1p-800)).values();
        for (int i = 0; i < 8; i++) {
            assertThat(scaled[i]).isEqualTo(CommonsMath.scaled(values[i], -800));
        }
    }

    @Test
    void radiusBeyondTheLargestDoubleIsStillKnown() {
        Mat ones = Mat.filled(64, 64, (i, j) -> 1.5e308);
        Eigenvalues eigenvalues = Eigenvalues.of(ones);
        assertThat(eigenvalues.radius()).isInfinite();
        assertThat(eigenvalues.scaledRadius().log10()).isCloseTo(Math.log10(96) + 308, within(1e-11));
    }

    @Test
    void twoByTwosThatCommonsMathGetsWrong() {
        double a = 1.5e7;
        assertRadius(Mat.of(new double[][] {{1e7, -1e6}, {-1000000.1, 2e7}}), a + Math.sqrt(25e12 + 1e6 * 1000000.1));
        assertRadius(
                Mat.of(new double[][] {{23473.684554963584, 4273.093076392109}, {4273.093076392048, 4462.13956661408}}),
                24389.95769255035);
        assertRadius(Mat.of(new double[][] {{0, 1}, {-1e-13, 0}}), Math.sqrt(1e-13));
        assertRadius(Mat.of(new double[][] {{0, 1e-150}, {1e150, 0}}), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50, 140})
    void diagonalSimilarityLeavesTheRadius(int decades) {
        Mat a = Matrices.gaussian(8, new Random(5));
        double[] d = new double[8];
        for (int i = 0; i < 8; i++) {
            d[i] = Math.pow(10, decades * Math.sin(i));
        }
        assertRadius(Mat.filled(8, 8, (i, j) -> a.at(i, j) / d[i] * d[j]), Eigenvalues.spectralRadius(a));
    }

    @Test
    void blocksOfRankOneKeepTheLargestOfTheirRadii() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Mat u = Matrices.gaussian(16, 1, random);
            Mat v = Matrices.gaussian(16, 1, random);
            double truth = 0;
            for (int block = 0; block < 4; block++) {
                double dot = 0;
                for (int i = 4 * block; i < 4 * block + 4; i++) {
                    dot += u.at(i, 0) * v.at(i, 0) / 4;
                }
                truth = Math.max(truth, Math.abs(dot));
            }
            assertRadius(Mat.filled(16, 16, (i, j) -> i / 4 == j / 4 ? u.at(i, 0) * v.at(j, 0) / 4 : 0), truth);
        }
    }

    @Test
    void eigenvaluesFallInModulusAndPairsHaveThePositivePartFirst() {
        Mat cycle = Mat.filled(4, 4, (i, j) -> j == (i + 1) % 4 ? 1 : 0);
        Complex[] values = Eigenvalues.of(cycle).values();
        double[][] expected = {{1, 0}, {0, 1}, {0, -1}, {-1, 0}};
        for (int i = 0; i < 4; i++) {
            assertThat(values[i].getReal()).isCloseTo(expected[i][0], within(1e-14));
            assertThat(values[i].getImaginary()).isCloseTo(expected[i][1], within(1e-14));
        }
        Complex[] drawn = Eigenvalues.of(Matrices.gaussian(64, new Random(1))).values();
        for (int i = 1; i < 64; i++) {
            assertThat(drawn[i].abs()).isLessThanOrEqualTo(drawn[i - 1].abs() * (1 + 1e-13));
        }
    }

    @Test
    void ownIterationAgreesWithCommonsMath() {
        for (int n : new int[] {3, 4, 8, 16, 64}) {
            double[][] rows = Scaling.of(Matrices.gaussian(n, new Random(n))).rows();
            double own = Arrays.stream(FrancisQr.eigenvalues(rows))
                    .mapToDouble(Complex::abs)
                    .max()
                    .orElseThrow();
            assertThat(own).isCloseTo(Eigenvalues.spectralRadius(Mat.of(rows)), within(1e-12 * own));
        }
        Complex[] cycle = FrancisQr.eigenvalues(Mat.filled(6, 6, (i, j) -> j == (i + 1) % 6 ? 0.5 : 0)
                .toRows());
        assertThat(cycle).allSatisfy(value -> assertThat(value.abs()).isCloseTo(0.5, within(1e-14)));
    }

    @Test
    void refusesWhatHasNoEigenvalues() {
        assertThatThrownBy(() -> Eigenvalues.spectralRadius(Mat.of(new double[][] {{1, Double.NaN}, {0, 1}})))
                .isInstanceOf(Refusal.class)
                .hasMessage("""
                        the eigenvalues: every entry must be a finite number, but row 1, column 2 was NaN
                          in:  the eigenvalues of a 2×2 matrix
                          try: smaller weights or a shorter horizon, so that nothing overflows""");
        assertThatThrownBy(() -> Eigenvalues.of(Mat.of(new double[2][3])))
                .isInstanceOf(Refusal.class)
                .hasMessage("""
                        the eigenvalues: the matrix must be square, but was 2×3
                          in:  the eigenvalues of a 2×3 matrix
                          try: the singular values, which every matrix has""");
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() {
        Mat a = Matrices.gaussian(8, new Random(1));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Eigenvalues.spectralRadius(a))
                    .isInstanceOf(CancelledRun.class)
                    .hasMessage("stopped");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
