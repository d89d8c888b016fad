package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolventTest {
    /** σ_min of the complex matrix as that of the real one of twice the size. */
    private static double bySvd(Mat a, double re, double im) {
        int n = a.rows();
        Mat real = Mat.filled(2 * n, 2 * n, (i, j) -> {
            boolean same = i % n == j % n;
            if (i / n == j / n) {
                return a.at(i % n, j % n) - (same ? re : 0);
            }
            return same ? (i < j ? im : -im) : 0;
        });
        double[] values = SingularValues.of(real);
        return values[2 * n - 1];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 32})
    void agreesWithTheSingularValueDecomposition(int n) {
        Random random = new Random(n);
        for (int draw = 0; draw < 20; draw++) {
            Mat a = Matrices.gaussian(n, random);
            double re = random.nextGaussian();
            double im = draw % 3 == 0 ? 0 : random.nextGaussian();
            double truth = bySvd(a, re, im);
            assertThat(Resolvent.of(a).smallestSingularValue(re, im))
                    .isCloseTo(truth, within(1e-8 * truth + 1e-14 * n));
        }
    }

    @Test
    void isTheDistanceToTheSpectrumForANormalMatrix() {
        Mat symmetric = Mat.of(new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, 5}});
        Resolvent resolvent = Resolvent.of(symmetric);
        assertThat(resolvent.smallestSingularValue(3, 0.25)).isCloseTo(0.25, within(1e-9));
        assertThat(resolvent.smallestSingularValue(6, 0)).isCloseTo(1, within(1e-9));
        assertThat(resolvent.smallestSingularValue(5, 0)).isLessThan(1e-15);
    }

    @Test
    void scalesWithTheMatrix() {
        Mat a = Matrices.gaussian(5, new Random(1));
        double plain = Resolvent.of(a).smallestSingularValue(0.5, 0.25);
        for (double scale : new double[] {0x1p-900, 0x1p900}) {
            assertThat(Resolvent.of(a.times(scale)).smallestSingularValue(0.5 * scale, 0.25 * scale))
                    .isEqualTo(plain * scale);
        }
    }

    @Test
    void knowsShiftMatricesAtTheirEigenvalueAndNearIt() {
        Mat shift = Mat.filled(64, 64, (i, j) -> j == i + 1 ? 1 : 0);
        Resolvent resolvent = Resolvent.of(shift);
        assertThat(resolvent.smallestSingularValue(0, 0)).isLessThan(1e-15);
        assertThat(resolvent.smallestSingularValue(2, 0)).isBetween(bySvd(shift, 2, 0), bySvd(shift, 2, 0) + 1e-4);
        assertThat(Resolvent.of(Mat.of(new double[0][0])).smallestSingularValue(1, 1))
                .isInfinite();
        assertThat(Resolvent.of(Mat.of(new double[2][2])).smallestSingularValue(0, 0))
                .isZero();
    }
}
