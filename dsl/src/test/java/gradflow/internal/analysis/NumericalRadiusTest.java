package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericalRadiusTest {
    private static void assertRadius(Mat a, double truth) {
        Bracket w = NumericalRadius.of(a);
        assertThat(w.lower()).isCloseTo(truth, within(1e-9 * truth)).isLessThanOrEqualTo(truth * (1 + 1e-14));
        assertThat(w.upper()).isGreaterThanOrEqualTo(truth).isCloseTo(w.lower(), within(1e-9 * truth));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 50, 100})
    void shiftHasTheCosineOfItsLength(int n) {
        double truth = StrictMath.cos(Math.PI / (n + 1));
        assertRadius(Matrices.jordan(n, 0), truth);
        assertRadius(Matrices.jordan(n, 0).times(1e-200), 1e-200 * truth);
    }

    @Test
    void ofANormalMatrixItIsTheSpectralRadius() {
        assertRadius(Matrices.orthogonal(9, new Random(1)), 1);
        assertRadius(Mat.of(new double[][] {{0, -3}, {3, 0}}), 3);
        assertThat(NumericalRadius.of(Mat.of(new double[3][3]))).isEqualTo(new Bracket(0, 0));
    }

    @Test
    void twoByTwoIsHalfTheAxesOfItsEllipse() {
        // The numerical range is an ellipse with the eigenvalues as foci and minor axis b.
        Mat a = Mat.of(new double[][] {{0.9, 2}, {0, 0.2}});
        assertRadius(a, 0.55 + 0.5 * Math.sqrt(0.7 * 0.7 + 4));
        assertThat(NumericalRadius.abscissa(a)).isCloseTo(0.55 + 0.5 * Math.sqrt(0.7 * 0.7 + 4), within(1e-13));
    }

    /** A scan of 2000 angles in NumPy, which is below the truth by a relative 1e-7 or less. */
    @Test
    void grcarAgreesWithAScanOfAngles() {
        Bracket w = NumericalRadius.of(Matrices.grcar(32));
        assertThat(w.lower()).isCloseTo(3.188306048792279, within(1e-6)).isGreaterThan(3.188306048792279);
        assertThat(w.upper()).isCloseTo(w.lower(), within(1e-9));
    }
}
