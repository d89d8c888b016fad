package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PseudospectralReachTest {
    private static PseudospectralReach.Farthest radius(Mat a, double epsilon) {
        return PseudospectralReach.radius(a, Eigenvalues.of(a), epsilon);
    }

    private static PseudospectralReach.Farthest abscissa(Mat a, double epsilon) {
        return PseudospectralReach.abscissa(a, Eigenvalues.of(a), epsilon);
    }

    /** Guglielmi and Overton (2012); the values that Pseudospectra.jl tests for. */
    @Test
    void grcarOfHundredHasThePublishedRadiusAndAbscissa() {
        Mat grcar = Matrices.grcar(100);
        assertThat(radius(grcar, 1e-4).reach()).isCloseTo(2.8521561, within(5e-8));
        assertThat(abscissa(grcar, 1e-4).reach()).isCloseTo(2.41276, within(5e-6));
    }

    @Test
    void ofANormalMatrixBothReachEpsilonFarther() {
        Mat a = Mat.of(new double[][] {{-2, 0, 0}, {0, 0.5, -1}, {0, 1, 0.5}});
        assertThat(radius(a, 1e-3).reach()).isCloseTo(2.001, within(1e-12));
        assertThat(radius(a, 1e-3).re()).isCloseTo(-2.001, within(1e-12));
        assertThat(abscissa(a, 1e-3).reach()).isCloseTo(0.501, within(1e-12));
        assertThat(abscissa(a, 1e-3).im()).isCloseTo(1, within(1e-6));
    }

    @Test
    void ofAShiftOfTwoItIsTheRootOfAQuadraticWhateverTheScale() {
        // σ_min(z·I − bN) = ½√(4|z|² + b²) − b/2 = ε, so |z|² = ε² + εb.
        for (double scale : new double[] {1, 1e-150, 1e150}) {
            Mat a = Mat.of(new double[][] {{0, 3}, {0, 0}}).times(scale);
            double truth = scale * Math.sqrt(0.01 * 0.01 + 0.01 * 3);
            assertThat(radius(a, 0.01 * scale).reach()).isCloseTo(truth, within(1e-9 * truth));
            assertThat(abscissa(a, 0.01 * scale).reach()).isCloseTo(truth, within(1e-9 * truth));
        }
        assertThat(radius(Mat.of(new double[2][2]), 1e-3).reach()).isCloseTo(1e-3, within(1e-12));
    }

    @Test
    void nothingOnAGridIsFartherThanTheReach() {
        Random random = new Random(5);
        for (int n : new int[] {1, 3, 8}) {
            Mat a = Matrices.gaussian(n, random);
            double epsilon = 0.1;
            PseudospectralReach.Farthest radius = radius(a, epsilon);
            PseudospectralReach.Farthest abscissa = abscissa(a, epsilon);
            Resolvent resolvent = Resolvent.of(a);
            assertThat(resolvent.smallestSingularValue(radius.re(), radius.im()))
                    .isCloseTo(epsilon, within(1e-9));
            assertThat(resolvent.smallestSingularValue(abscissa.re(), abscissa.im()))
                    .isCloseTo(epsilon, within(1e-9));
            for (int k = 0; k <= 60; k++) {
                double angle = Math.PI * k / 60;
                double r = radius.reach() * (1 + 1e-9);
                assertThat(resolvent.smallestSingularValue(r * StrictMath.cos(angle), r * StrictMath.sin(angle)))
                        .isGreaterThan(epsilon);
                assertThat(resolvent.smallestSingularValue(abscissa.reach() + 1e-9, 0.1 * k))
                        .isGreaterThan(epsilon);
            }
        }
    }
}
