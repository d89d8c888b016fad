package gradflow.model;

import static gradflow.Gradflow.gallery;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.spectrum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.analysis.CommonsMath;
import gradflow.internal.analysis.NumericalRadius;
import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GalleryTest {

    private static double[] falling(double... values) {
        return Arrays.stream(values)
                .boxed()
                .sorted((x, y) -> Double.compare(Math.abs(y), Math.abs(x)))
                .mapToDouble(x -> x)
                .toArray();
    }

    private static double[] real(Recipe w) {
        return Arrays.stream(spectrum(w).eigenvalues())
                .mapToDouble(Complex::getReal)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void everyPieceIsAMatrixOfItsSizeAndItsTextMakesIt(Gallery.Piece piece) {
        Recipe usual = gallery(piece.title());
        assertThat(usual).hasToString("gallery(\"" + piece.title() + "\", " + piece.usual() + ")");
        assertThat(usual).isEqualTo(gallery(piece.title(), piece.usual()));
        assertThat(usual.given()).get().satisfies(matrix -> {
            assertThat(matrix.rows()).isEqualTo(piece.usual());
            assertThat(matrix.columns()).isEqualTo(piece.usual());
            assertThat(matrix.isFinite()).isTrue();
        });
        assertThat(gallery().names()).contains(piece.title());
    }

    @Test
    void aPieceDecidesTheSizeOfANetwork() {
        assertThat(rnn().whh(gallery("grcar", 6).times(0.3)).unroll(3).states().state(3))
                .hasSize(6);
        assertThat(rnn().whh(gallery("grcar", 6)).spectrum().eigenvalues())
                .isEqualTo(spectrum(gallery("grcar", 6)).eigenvalues());
        assertThat(spectrum(gallery("grcar", 6).withSpectralRadius(0.5)).radius())
                .isCloseTo(0.5, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 33})
    void tridiagonalHasItsCosines(int n) {
        double[] truth = new double[n];
        for (int k = 1; k <= n; k++) {
            truth[k - 1] = 2 - 2 * StrictMath.cos(k * Math.PI / (n + 1));
        }
        assertThat(real(gallery("tridiagonal", n))).containsExactly(falling(truth), within(1e-12));
    }

    @Test
    void circulantHasTheFourierTransformOfItsRow() {
        Complex[] values = spectrum(gallery("circulant", 6)).eigenvalues();
        for (int k = 0; k < 6; k++) {
            double angle = 2 * Math.PI * ((k + 1) / 2) / 6 * (k % 2 == 0 ? -1 : 1);
            assertThat(values[k]
                            .subtract(new Complex(0.5 + 0.5 * Math.cos(angle), 0.5 * Math.sin(angle)))
                            .abs())
                    .isLessThan(1e-12);
        }
        assertThat(spectrum(gallery("circulant", 6)).departure()).isLessThan(1e-6);
        assertThat(spectrum(gallery("circulant", 6)).vectorCondition()).isEqualTo(1);
    }

    @Test
    void companionHasTheWholeNumbers() {
        assertThat(real(gallery("companion", 8))).containsExactly(new double[] {8, 7, 6, 5, 4, 3, 2, 1}, within(1e-6));
    }

    @Test
    void rotationTurnsByItsAngle() {
        assertThat(spectrum(gallery("rotation", 2)).eigenvalues()[0].getArgument())
                .isCloseTo(0.1, within(1e-14));
        assertThat(spectrum(gallery("rotation", 5)).radius()).isCloseTo(1, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 64})
    void hadamardHasRootsOfItsSize(int n) {
        for (double value : real(gallery("hadamard", n))) {
            assertThat(Math.abs(value)).isCloseTo(Math.sqrt(n), within(1e-12 * n));
        }
        assertThat(spectrum(gallery("hadamard", n)).conditions()).containsOnly(1);
    }

    /** Rosser (1951): the exact eigenvalues. */
    @Test
    void rosserHasItsExactEigenvalues() {
        double big = 10 * Math.sqrt(10405);
        double root = Math.sqrt(26);
        double[] truth = {big, -big, 1020, 510 + 100 * root, 1000, 1000, 510 - 100 * root, 0};
        assertThat(real(gallery("rosser"))).containsExactly(truth, within(1e-9));
        assertThat(spectrum(gallery("rosser")).conditions()).containsOnly(1);
    }

    @Test
    void frankComesInPairsThatMultiplyToOneAndItsSmallOnesAreIllConditioned() {
        double[] values = real(gallery("frank", 8));
        for (int k = 0; k < 4; k++) {
            assertThat(values[k] * values[7 - k]).isCloseTo(1, within(1e-8));
        }
        double[] conditions = spectrum(gallery("frank", 8)).conditions();
        assertThat(conditions[7]).isGreaterThan(100 * conditions[0]);
    }

    /** NumPy: the largest and the smallest eigenvalue of the 8×8 Hilbert matrix. */
    @Test
    void hilbertIsNearlySingular() {
        double[] values = real(gallery("hilbert", 8));
        assertThat(values[0]).isCloseTo(1.6959389969219494, within(1e-12));
        assertThat(values[7]).isCloseTo(1.1115389663724e-10, within(1e-14));
    }

    /** Trefethen and Embree, §43; the value that Pseudospectra.jl tests for. */
    @Test
    void advectionHasANumericalRangeThatEndsAtMinusEtaPiSquared() {
        double truth = -0.015 * Math.PI * Math.PI;
        double abscissa = NumericalRadius.abscissa(
                CommonsMath.from(gallery("advection", 99).sample(99)));
        assertThat(abscissa).isCloseTo(truth, within(1e-6));
    }

    @Test
    void shiftedGinibreGrowsWithTheRootOfItsSize() {
        for (int n : new int[] {16, 64, 256}) {
            assertThat(spectrum(gallery("shifted-ginibre", n)).radius())
                    .isCloseTo(0.5 + 0.05 * Math.sqrt(n), within(0.1));
        }
    }

    @Test
    void refusesWhatItDoesNotHave() {
        assertThatThrownBy(() -> gallery("grkar", 3)).hasMessage("""
                gallery(name): there is no "grkar"
                  in:  gallery("grkar", 3)
                  try: "grcar", "jordan", "frank"; or gallery(), which lists the names""");
        assertThatThrownBy(() -> gallery("rosser", 7)).hasMessage("""
                gallery(name, n): rosser has n = 8, but was 7
                  in:  gallery("rosser", 7)
                  try: gallery("rosser", 8)""");
        assertThatThrownBy(() -> gallery("hadamard", 12)).hasMessage("""
                gallery(name, n): hadamard has n = 1, 2, 4, 8, …, but was 12
                  in:  gallery("hadamard", 12)
                  try: gallery("hadamard", 8)""");
        assertThatThrownBy(() -> gallery("companion", 30)).hasMessage("""
                gallery(name, n): companion has n = 1..18, but was 30
                  in:  gallery("companion", 30)
                  try: gallery("companion", 18)""");
        assertThatThrownBy(() -> rnn().hidden(4).whh(gallery("grcar", 6)).unroll(2))
                .hasMessageContaining("4×4 is wanted, as hidden is 4, but was 6×6");
    }
}
