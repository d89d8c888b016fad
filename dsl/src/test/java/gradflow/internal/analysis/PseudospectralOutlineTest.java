package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.analysis.PseudospectralOutline.Outline;
import gradflow.internal.analysis.PseudospectralOutline.Place;
import gradflow.internal.kernel.Mat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudospectralOutlineTest {
    private static Outline outline(Mat a, double epsilon) {
        Eigenvalues eigenvalues = Eigenvalues.of(a);
        return PseudospectralOutline.of(
                a,
                eigenvalues.values(),
                epsilon,
                PseudospectralReach.radius(a, eigenvalues, epsilon).reach());
    }

    private static void assertClosed(Outline outline) {
        assertThat(outline.loops()).allSatisfy(loop -> assertThat(loop.get(0)).isEqualTo(loop.get(loop.size() - 1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-120, 1e120})
    void ofAShiftOfTwoItIsACircleWhateverTheScale(double scale) {
        Outline outline = outline(Mat.of(new double[][] {{0, 3}, {0, 0}}).times(scale), 0.01 * scale);
        double truth = scale * Math.sqrt(0.01 * 0.01 + 0.01 * 3);
        assertClosed(outline);
        assertThat(outline.loops()).hasSize(1);
        assertThat(outline.missed()).isZero();
        assertThat(outline.loops().get(0))
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        place -> assertThat(Math.hypot(place.re(), place.im())).isCloseTo(truth, within(1e-6 * truth)));
    }

    @Test
    void ofANormalMatrixItIsACircleAroundEachEigenvalue() {
        Outline outline = outline(Mat.of(new double[][] {{-2, 0, 0}, {0, 0.5, -1}, {0, 1, 0.5}}), 0.2);
        assertClosed(outline);
        assertThat(outline.loops()).hasSize(3);
        for (List<Place> loop : outline.loops()) {
            assertThat(loop)
                    .allSatisfy(place -> assertThat(Math.min(
                                    Math.hypot(place.re() + 2, place.im()),
                                    Math.hypot(place.re() - 0.5, Math.abs(place.im()) - 1)))
                            .isCloseTo(0.2, within(1e-6)));
        }
    }

    @Test
    void eigenvaluesWithCirclesSmallerThanTheGridAreCounted() {
        Outline outline = outline(Mat.of(new double[][] {{-2, 0, 0}, {0, 0.501, 0}, {0, 0, 1}}), 1e-6);
        assertThat(outline.missed()).isEqualTo(3 - outline.loops().size());
    }

    @Test
    void everyPlaceIsOnTheBoundaryAndTheFarthestIsReached() {
        for (int n : new int[] {1, 4, 9, 30}) {
            Mat a = Matrices.gaussian(n, new Random(n)).times(1 / Math.sqrt(n));
            Resolvent resolvent = Resolvent.of(a);
            Outline outline = outline(a, 0.1);
            double reach = PseudospectralReach.radius(a, Eigenvalues.of(a), 0.1).reach();
            assertClosed(outline);
            assertThat(outline.missed()).isZero();
            double farthest = 0;
            for (List<Place> loop : outline.loops()) {
                for (Place place : loop) {
                    assertThat(resolvent.smallestSingularValue(place.re(), place.im()))
                            .isCloseTo(0.1, within(1e-4));
                    farthest = Math.max(farthest, Math.hypot(place.re(), place.im()));
                }
            }
            assertThat(farthest).isBetween(reach * (1 - 1e-3), reach * (1 + 1e-9));
        }
    }
}
