package gradflow.internal.analysis;

import static gradflow.internal.analysis.EigenvaluesTest.TOLERANCE;
import static gradflow.internal.analysis.EigenvaluesTest.assertRadius;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvalues of matrices for which the literature, a closed form or eighty digits have them. */
class EigenvaluesOfKnownMatricesTest {
    @Test
    void wilkinsonsCompanionMatrixNeedsBalancing() {
        assertThat(Eigenvalues.spectralRadius(Matrices.wilkinson(10))).isCloseTo(10, within(1e-7));
        Eigenvalues twenty = Eigenvalues.of(Matrices.wilkinson(20));
        assertThat(twenty.radius()).isCloseTo(20, within(1e-2));
        assertThat(twenty.uncertainty()).isBetween(Math.abs(twenty.radius() - 20), 10.0);
    }

    @Test
    void structuredMatricesAreExact() {
        assertThat(Eigenvalues.spectralRadius(Mat.of(new double[4][4]))).isZero();
        assertThat(Eigenvalues.spectralRadius(Mat.of(new double[0][0]))).isZero();
        assertThat(Eigenvalues.of(Mat.of(new double[0][0])).values()).isEmpty();
        assertThat(Eigenvalues.spectralRadius(Mat.of(new double[][] {{-3}}))).isEqualTo(3);
        assertThat(Eigenvalues.spectralRadius(Matrices.identity(64))).isEqualTo(1);
        for (int n : new int[] {2, 5, 64}) {
            Eigenvalues jordan = Eigenvalues.of(Matrices.jordan(n, 0.9));
            assertThat(jordan.values()).containsOnly(new Complex(0.9, 0)).hasSize(n);
            assertThat(jordan.uncertainty()).isZero();
            assertThat(Eigenvalues.spectralRadius(Matrices.jordan(n, 0))).isZero();
            Mat full = Matrices.gaussian(n, new Random(n));
            Mat triangular = Mat.filled(n, n, (i, j) -> i < j ? 0 : i == j ? i + 1 : full.at(i, j));
            assertThat(Eigenvalues.of(triangular).values()[0]).isEqualTo(new Complex(n, 0));
            assertThat(Eigenvalues.spectralRadius(triangular.transposed())).isEqualTo(n);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8, 16, 32})
    void matricesWithRadiusOne(int n) {
        assertRadius(Matrices.orthogonal(n, new Random(n)), 1);
        assertRadius(Mat.filled(n, n, (i, j) -> j == (i + 1) % n ? 1 : 0), 1);
        assertRadius(Mat.filled(n, n, (i, j) -> j == (7 * i + 3) % n ? 1 : 0), 1);
        Mat rotations = Mat.filled(n, n, (i, j) -> i == j ? 0.6 : i / 2 == j / 2 ? (i < j ? -0.8 : 0.8) : 0);
        assertThat(Eigenvalues.spectralRadius(rotations)).isCloseTo(1, within(1e-14));
        assertRadius(Mat.filled(n, n, (i, j) -> 1.0 / n), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 16, 64, 128})
    void hadamardMatricesHaveTheRootOfTheirSizeAndOnesTheirSize(int n) {
        assertRadius(Mat.filled(n, n, (i, j) -> Integer.bitCount(i & j) % 2 == 0 ? 1 : -1), Math.sqrt(n));
        assertRadius(Mat.filled(n, n, (i, j) -> 1), n);
    }

    /** Two eigenvalues nearly coincide, one is 0, two differ in the sign alone: ±10·√10405. */
    @Test
    void rossersMatrixIsSolved() {
        assertRadius(
                Mat.of(new double[][] {
                    {611, 196, -192, 407, -8, -52, -49, 29},
                    {196, 899, 113, -192, -71, -43, -8, -44},
                    {-192, 113, 899, 196, 61, 49, 8, 52},
                    {407, -192, 196, 611, 8, 44, 59, -23},
                    {-8, -71, 61, 8, 411, -599, 208, 208},
                    {-52, -43, 49, 44, -599, 411, 208, 208},
                    {-49, -8, 8, 59, 208, 208, 99, -911},
                    {29, -44, 52, -23, 208, 208, -911, 99}
                }),
                10 * Math.sqrt(10405));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 16, 64})
    void circulantSkewAndToeplitzMatricesHaveTheirClosedForms(int n) {
        double[] row = new Random(n).doubles(n, 0, 1).toArray();
        assertRadius(
                Mat.filled(n, n, (i, j) -> row[Math.floorMod(j - i, n)]),
                Arrays.stream(row).sum());
        double angle = Math.PI / (n + 1);
        assertRadius(Mat.filled(n, n, (i, j) -> i == j ? 2 : Math.abs(i - j) == 1 ? -1 : 0), 2 + 2 * Math.cos(angle));
        assertRadius(Mat.filled(n, n, (i, j) -> j - i == 1 ? 1 : i - j == 1 ? -1 : 0), 2 * Math.cos(angle));
        assertRadius(Mat.filled(n, n, (i, j) -> j - i == 1 ? 4 : i - j == 1 ? 1 : 0), 4 * Math.cos(angle));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/oracle/eigenvalues/reference.csv", numLinesToSkip = 2)
    void agreesWithEightyDigits(String family, int n, double rho) {
        Mat a = switch (family) {
            case "grcar" -> Matrices.grcar(n);
            case "frank" -> Matrices.frank(n);
            case "hilbert" -> Matrices.hilbert(n);
            case "lcg1" -> Matrices.congruential(n, 1);
            case "lcg2" -> Matrices.congruential(n, 2);
            default -> Mat.filled(n, n, (i, j) -> Matrices.GALLERY_5.at(i, j) / 3);
        };
        Eigenvalues eigenvalues = Eigenvalues.of(a);
        double error = Math.abs(eigenvalues.radius() - rho);
        assertThat(error).isLessThanOrEqualTo(eigenvalues.uncertainty());
        if (!family.startsWith("gallery")) {
            assertThat(error).isLessThanOrEqualTo(TOLERANCE * rho);
            // Grcar's eigenvalues have conditions up to 8e8 at n = 64.
            assertThat(eigenvalues.uncertainty()).isLessThan((n == 64 ? 1e-3 : 1e-9) * rho);
        }
    }

    @Test
    void grcarOfHundredIsKnownToBeUncertain() {
        Eigenvalues eigenvalues = Eigenvalues.of(Matrices.grcar(100));
        // mpmath 1.2.1, 40 digits: 0.0724105508822428228 + 2.26176681924808479i. Its condition is mild, others' are
        // not.
        double farthestUp = Arrays.stream(eigenvalues.values())
                .mapToDouble(Complex::getImaginary)
                .max()
                .orElseThrow();
        assertThat(farthestUp)
                .isCloseTo(2.2617668, within(5e-8))
                .isCloseTo(2.26176681924808479, within(1e-10))
                .isEqualTo(eigenvalues.values()[0].getImaginary());
        assertThat(eigenvalues.uncertainty()).isBetween(1e-9, 0.5);
    }

    @Test
    void nilpotentIntegersHaveRadiusZeroExactly() {
        Eigenvalues eigenvalues = Eigenvalues.of(Matrices.GALLERY_5);
        assertThat(eigenvalues.radius()).isZero();
        assertThat(eigenvalues.uncertainty()).isZero();
        assertThat(eigenvalues.values()).containsOnly(Complex.ZERO).hasSize(5);
        assertThat(Eigenvalues.spectralRadius(Matrices.GALLERY_5.times(0x1p-30)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 12, 16})
    void hiddenJordanBlocksAreKnownToBeUncertain(int n) {
        Mat q = Matrices.orthogonal(n, new Random(n));
        for (double value : new double[] {0, 1}) {
            Mat hidden = Matrices.times(Matrices.times(q, Matrices.jordan(n, value)), q.transposed());
            Eigenvalues eigenvalues = Eigenvalues.of(hidden);
            assertThat(eigenvalues.uncertainty()).isBetween(Math.abs(eigenvalues.radius() - value), 0.3);
        }
    }
}
