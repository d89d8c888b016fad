package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KreissConstantTest {
    private static KreissConstant.Kreiss of(Mat a) {
        return KreissConstant.of(a, Eigenvalues.of(a));
    }

    private static Mat jordan(int n, double a, double b) {
        return Mat.filled(n, n, (i, j) -> i == j ? a : j == i + 1 ? b : 0);
    }

    /** The same matrix with a unit of its own that does nothing: no longer 2×2, so the general method answers. */
    private static Mat embedded(Mat a) {
        return Mat.filled(3, 3, (i, j) -> i < 2 && j < 2 ? a.at(i, j) : 0);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 10, 5.05, 1.5101", "0.9, 1, 2.6, 1.1083", "-0.9, 1, 2.6, -1.1083"})
    void twoByTwoJordanHasItsClosedForm(double a, double b, double k, double z) {
        KreissConstant.Kreiss kreiss = of(jordan(2, a, b));
        assertThat(kreiss.bounds().lower()).isCloseTo(k, within(1e-12));
        assertThat(kreiss.bounds().upper()).isCloseTo(k, within(1e-12));
        assertThat(kreiss.re()).isCloseTo(z, within(5e-5));
        assertThat(b / (4 * (1 - Math.abs(a))) + (1 - Math.abs(a)) / b).isCloseTo(k, within(1e-14));
    }

    @Test
    void theGeneralMethodAgreesWithTheClosedForm() {
        for (Mat a : new Mat[] {
            jordan(2, 0.5, 10),
            jordan(2, 0.9, 1),
            jordan(2, -0.3, 4),
            Mat.of(new double[][] {{0.9, 2}, {0, 0.2}}),
            Mat.of(new double[][] {{0.2, -5}, {0.01, -0.8}})
        }) {
            Bracket closed = of(a).bounds();
            Bracket general = of(embedded(a)).bounds();
            double k = closed.lower();
            assertThat(general.lower()).isCloseTo(k, within(1e-7 * k)).isLessThanOrEqualTo(k * (1 + 1e-9));
            assertThat(general.upper()).isCloseTo(k, within(2e-6 * k)).isGreaterThanOrEqualTo(k * (1 - 1e-9));
        }
    }

    @Test
    void aNumericalRadiusOfOneOrLessMakesItOne() {
        for (Mat a : new Mat[] {
            jordan(2, 0.5, 1),
            jordan(5, 0, 1),
            jordan(2, 0.9, 0.19),
            Matrices.identity(3).times(0.9)
        }) {
            assertThat(of(a).bounds()).isEqualTo(new Bracket(1, 1));
            assertThat(of(a).re()).isInfinite();
        }
    }

    /** A scan in NumPy with singular values at every point: 7.61094503. */
    @Test
    void fourInAChainNeedNoMoreThanTheirKnownConstant() {
        KreissConstant.Kreiss kreiss = of(jordan(4, 0.5, 2));
        assertThat(kreiss.bounds().lower()).isCloseTo(7.61094503435, within(1e-7));
        assertThat(kreiss.bounds().upper()).isCloseTo(kreiss.bounds().lower(), within(1e-5));
        assertThat(kreiss.re()).isCloseTo(1.18239, within(1e-4));
    }

    @Test
    void grcarIsBracketed() {
        Bracket k = of(Matrices.grcar(24).times(0.4)).bounds();
        assertThat(k.upper()).isGreaterThanOrEqualTo(k.lower()).isLessThanOrEqualTo(k.lower() * (1 + 1e-5));
    }

    @Test
    void thePeakOfThePowersLiesWhereKreissSays() {
        Random random = new Random(3);
        for (int trial = 0; trial < 6; trial++) {
            int n = 3 + trial % 3;
            Mat drawn = Matrices.gaussian(n, random);
            Mat upper = Mat.filled(n, n, (i, j) -> i <= j ? 3 * drawn.at(i, j) : 0.1 * drawn.at(i, j));
            Mat a = upper.times(0.9 / Eigenvalues.spectralRadius(upper));
            Bracket k = of(a).bounds();
            double peak = 1;
            Mat power = a;
            for (int j = 1; j < 200; j++) {
                peak = Math.max(peak, SingularValues.norm2(power));
                power = Matrices.times(power, a);
            }
            assertThat(k.lower()).as("trial " + trial).isLessThanOrEqualTo(peak * (1 + 1e-9));
            assertThat(peak).isLessThanOrEqualTo(Math.E * n * k.upper());
            assertThat(k.upper()).isLessThanOrEqualTo(k.lower() * (1 + 1e-5));
        }
    }

    @Test
    void itIsInfiniteBeyondRadiusOneAndNotDefinedAtIt() {
        assertThat(of(jordan(3, 1.1, 1)).bounds().lower()).isInfinite();
        assertThat(of(jordan(2, 1, 1)).bounds().lower()).isNaN();
    }

    @Test
    void whereNoProofIsToBeHadTheUpperEndIsInfinite() {
        Bracket k = of(Matrices.GALLERY_5).bounds();
        assertThat(k.lower()).isGreaterThan(1e5);
        assertThat(k.upper()).isInfinite();
    }
}
