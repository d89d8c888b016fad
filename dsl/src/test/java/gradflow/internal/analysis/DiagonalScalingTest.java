package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagonalScalingTest {

    @Test
    void aPositiveMatrixIsBroughtToItsPerronRoot() {
        // Stoer, Witzgall (1962): for W > 0 the infimum of ‖S·W·S⁻¹‖₂ is ρ(W), at s_i² = y_i/x_i.
        Random random = new Random(7);
        for (int n = 2; n <= 6; n++) {
            int size = n;
            Mat w = Mat.filled(size, size, (i, j) -> Math.scalb(0.1 + random.nextDouble(), 3 * (i - j)));
            double radius = Eigenvalues.spectralRadius(w);
            assertThat(DiagonalScaling.of(w).norm()).isBetween(radius, radius * (1 + 2e-3));
        }
    }

    @Test
    void theNormOfATriangularMatrixComesDownToItsLargestDiagonalEntry() {
        Mat w = Mat.of(new double[][] {{0.9, 50, -20}, {0, 0.5, 1000}, {0, 0, -0.8}});

        assertThat(DiagonalScaling.of(w).norm()).isBetween(0.9, 0.9 + 1e-6);
    }

    @Test
    void theBoundIsNeverBelowTheNorm() {
        // u·vᵀ has the norm |u|·|v|, here known to forty digits.
        Random random = new Random(11);
        for (int k = 0; k < 50; k++) {
            int n = 1 + k % 7;
            int[] u = random.ints(n, -999, 999).toArray();
            int[] v = random.ints(n, -999, 999).toArray();
            double[][] w = Mat.filled(n, n, (i, j) -> u[i] * v[j]).toRows();
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            BigDecimal exact = square(u).multiply(square(v)).sqrt(new MathContext(40));

            double bound = NormBound.of(w, ones);

            assertThat(new BigDecimal(bound)).isGreaterThanOrEqualTo(exact);
            assertThat(bound).isCloseTo(exact.doubleValue(), within(1e-8 * exact.doubleValue()));
        }
    }

    private static BigDecimal square(int[] v) {
        return BigDecimal.valueOf(
                Arrays.stream(v).asLongStream().map(x -> x * x).sum());
    }

    @Test
    void noSlopesBeatTheBound() {
        Random random = new Random(13);
        for (int k = 0; k < 40; k++) {
            int n = 2 + k % 4;
            Mat w = Mat.filled(n, n, (i, j) -> 1.3 * random.nextGaussian() / Math.sqrt(n));
            double bound = DiagonalScaling.of(w).norm();
            WorstSaturation.Slopes worst = WorstSaturation.of(w);

            assertThat(worst.radius()).isLessThanOrEqualTo(bound).isGreaterThanOrEqualTo(Eigenvalues.spectralRadius(w));
            assertThat(Arrays.stream(worst.d())).allMatch(d -> d >= 0 && d <= 1);
        }
    }

    @Test
    void theWorstSlopesOfTwoUnitsAreThoseOfAFineGrid() {
        Random random = new Random(17);
        for (int k = 0; k < 12; k++) {
            Mat w = Mat.filled(2, 2, (i, j) -> 2 * random.nextGaussian());
            double best = 0;
            for (int a = 0; a <= 100; a++) {
                for (int b = 0; b <= 100; b++) {
                    double first = a / 100.0;
                    double second = b / 100.0;
                    Mat scaled = Mat.filled(2, 2, (i, j) -> (i == 0 ? first : second) * w.at(i, j));
                    best = Math.max(best, Eigenvalues.spectralRadius(scaled));
                }
            }
            assertThat(WorstSaturation.of(w).radius()).isGreaterThanOrEqualTo(best * (1 - 1e-3));
        }
    }
}
