package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.StepJacobian;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Products of independent Gaussian matrices, whose exponents Newman (1986) found in closed form, and the radii and norms
 * of single ones. Draws are seeded; the tolerance is four standard errors.
 */
class RandomProductsTest {

    /** λ_i = ½·[ln 2 + ψ((n − i + 1)/2)] + ln σ, i = 1..n, for real entries N(0, σ²). */
    private static double[] newman(int n, double sigma) {
        return IntStream.rangeClosed(1, n)
                .mapToDouble(i -> (Math.log(2) + Gamma.digamma((n - i + 1) / 2.0)) / 2 + Math.log(sigma))
                .toArray();
    }

    private static LyapunovSpectrum drawn(int n, double sigma, int steps, int seed) {
        return drawn(n, n, sigma, steps, seed);
    }

    /** The first k exponents of a product of so many draws. */
    private static LyapunovSpectrum drawn(int n, int k, double sigma, int steps, int seed) {
        Random random = new Random(seed);
        StepJacobian[] factors = new StepJacobian[steps];
        Arrays.setAll(factors, t -> StepJacobian.of(Mat.filled(n, n, (i, j) -> sigma * random.nextGaussian())));
        return LyapunovSpectrum.of(n, k, steps, t -> factors[t - 1]);
    }

    @Test
    void formulaHasTheNumbersOfTheLiterature() {
        assertThat(newman(1, 1)).containsExactly(new double[] {-0.635181}, within(5e-7));
        assertThat(newman(2, 1)).containsExactly(new double[] {0.057966, -0.635181}, within(5e-7));
        assertThat(newman(4, 1)).containsExactly(new double[] {0.557966, 0.364819, 0.057966, -0.635181}, within(5e-7));
        assertThat(Arrays.stream(newman(4, 1)).sum()).isCloseTo(0.345569, within(5e-7));
        assertThat(newman(4, 0.5)[0]).isCloseTo(-0.135181, within(5e-7));
        assertThat(newman(3, 1)[0]).isCloseTo(0.364819, within(5e-7));
        assertThat(newman(100, 0.1)[0]).isCloseTo(-0.005017, within(5e-7));
        assertThat(newman(1000, 1 / Math.sqrt(1000))[0])
                .isCloseTo(-0.000500, within(5e-7))
                .isCloseTo(-0.000500166666600000127, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void exponentsOfGaussianProductsAreNewmans(int n) {
        int steps = 10_000;
        LyapunovSpectrum drawn = drawn(n, 1, steps, n);
        double[] exact = newman(n, 1);
        for (int i = 0; i < n; i++) {
            // the variance of ln χ with n − i degrees of freedom is ψ′((n − i)/2)/4, and steps are independent
            double error = Math.sqrt(Gamma.trigamma((n - i) / 2.0) / 4 / steps);
            assertThat(drawn.exponents()[i]).isCloseTo(exact[i], within(4 * error));
            assertThat(drawn.standardErrors()[i]).isBetween(0.5 * error, 1.6 * error);
        }
    }

    @Test
    void largerMatricesHaveThemToo() {
        int n = 24;
        int steps = 400;
        double[] drawn = drawn(n, 1 / Math.sqrt(n), steps, 5).exponents();
        double[] exact = newman(n, 1 / Math.sqrt(n));
        for (int i = 0; i < n; i++) {
            assertThat(drawn[i]).isCloseTo(exact[i], within(4 * Math.sqrt(Gamma.trigamma((n - i) / 2.0) / 4 / steps)));
        }
    }

    @Test
    void complexGaussianProductsHaveEachExponentTwiceAsRealOnes() {
        int n = 3;
        int steps = 6000;
        Random random = new Random(9);
        StepJacobian[] factors = new StepJacobian[steps];
        Arrays.setAll(factors, t -> {
            Mat re = Mat.filled(n, n, (i, j) -> random.nextGaussian() / Math.sqrt(2));
            Mat im = Mat.filled(n, n, (i, j) -> random.nextGaussian() / Math.sqrt(2));
            return StepJacobian.of(Mat.filled(
                    2 * n,
                    2 * n,
                    (i, j) -> i < n == j < n ? re.at(i % n, j % n) : (i < n ? -1 : 1) * im.at(i % n, j % n)));
        });
        double[] drawn =
                LyapunovSpectrum.of(2 * n, 2 * n, steps, t -> factors[t - 1]).exponents();
        double[] exact = {0.461392, 0.211392, -0.288608};
        for (int i = 0; i < n; i++) {
            assertThat(exact[i]).isCloseTo(Gamma.digamma(n - i) / 2, within(5e-7));
            double tolerance = 4 * Math.sqrt(Gamma.trigamma(n - i) / 4 / steps) + 5.0 / steps;
            assertThat(drawn[2 * i]).isCloseTo(exact[i], within(tolerance));
            assertThat(drawn[2 * i + 1]).isCloseTo(exact[i], within(tolerance));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.88736452, 6000",
        "2, 0.94368226, 6000",
        "4, 0.57237222, 6000",
        "8, 0.37733103, 1000",
        "16, 0.25810357, 1000",
        "100, 0.10050293, 60"
    })
    void atTheCriticalScaleTheLargestExponentIsZero(int n, double critical, int steps) {
        double exact = Math.exp(-(Math.log(2) + Gamma.digamma(n / 2.0)) / 2);
        assertThat(critical).isCloseTo(exact, within(5e-9));
        assertThat(newman(n, exact)[0]).isCloseTo(0, within(1e-15));
        LyapunovSpectrum drawn = drawn(n, 1, critical, steps, 40 + n);
        double error = Math.sqrt(Gamma.trigamma(n / 2.0) / 4 / steps);
        assertThat(drawn.exponents()[0]).isCloseTo(0, within(4 * error));
    }

    @Test
    void criticalScaleOfWideMatricesIsOneOverTheRootOfTheirSize() {
        assertThat(2 * Math.exp(-newman(4, 1)[0])).isCloseTo(1.1447, within(5e-5));
        assertThat(10 * Math.exp(-newman(100, 1)[0])).isCloseTo(1.0050, within(5e-5));
    }

    @Test
    void thousandUnitsAtOneOverTheirRootAreAsGoodAsCritical() {
        int steps = 12;
        double error = Math.sqrt(Gamma.trigamma(500) / 4 / steps);
        assertThat(drawn(1000, 1, 1 / Math.sqrt(1000), steps, 6).exponents()[0]).isCloseTo(-0.0005, within(4 * error));
    }

    @Test
    void oneDirectionCanExplodeWhileTheOthersVanish() {
        double[] exact = {0.0471, -0.1460, -0.4529, -1.1460};
        assertThat(newman(4, 0.6)).containsExactly(exact, within(5e-5));
        LyapunovSpectrum drawn = drawn(4, 0.6, 20_000, 3);
        double[] exponents = drawn.exponents();
        assertThat(exponents[0] - exponents[3]).isCloseTo(1.193, within(0.04));
        assertThat(drawn.signs()).containsExactly(1, -1, -1, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 1.022, 0.292, 1.537, 800",
        "10, 1.061, 0.18, 1.798, 200",
        "50, 1.061, 0.07, 1.930, 20",
        "100, 1.050, 0.039, 1.961, 8",
        "400, 1.033, 0.016, 1.987, 4",
        "1000, 1.022, 0.01, 1.992, 1"
    })
    void radiiAndNormsOfGaussianMatricesFollowTheCircularLaw(
            int n, double radius, double deviation, double norm, int draws) {
        Random random = new Random(n);
        double radii = 0;
        double norms = 0;
        for (int draw = 0; draw < draws; draw++) {
            Mat matrix = Matrices.gaussian(n, random).times(1 / Math.sqrt(n));
            radii += Eigenvalues.spectralRadius(matrix);
            norms += SingularValues.norm2(matrix);
        }
        double tolerance = 4 * deviation / Math.sqrt(draws);
        assertThat(radii / draws).isCloseTo(radius, within(tolerance));
        assertThat(norms / draws).isCloseTo(norm, within(tolerance));
    }

    /** ½·I + 0.05·G; means and, of four units, quantiles of 20,000 draws in NumPy. */
    @ParameterizedTest
    @CsvSource({"4, 0.568, 0.0405, 4000", "16, 0.684, 0.035, 400", "64, 0.891, 0.029, 20", "256, 1.304, 0.027, 1"})
    void shiftedMatricesCrossOneAsTheyGetLarger(int n, double mean, double deviation, int draws) {
        Random random = new Random(100 + n);
        double[] radii = DoubleStream.generate(() -> Eigenvalues.spectralRadius(
                        Mat.filled(n, n, (i, j) -> (i == j ? 0.5 : 0) + 0.05 * random.nextGaussian())))
                .limit(draws)
                .sorted()
                .toArray();
        assertThat(Arrays.stream(radii).average().orElseThrow())
                .isCloseTo(mean, within(4 * deviation / Math.sqrt(draws)));
        if (n == 4) {
            assertThat(new StandardDeviation().evaluate(radii)).isCloseTo(0.0405, within(0.002));
            assertThat(radii[draws / 20]).isCloseTo(0.507, within(0.006));
            assertThat(radii[draws - draws / 20]).isCloseTo(0.640, within(0.006));
        }
    }

    @Test
    void uniformMatricesOfPytorchHaveARadiusNearOneOverRootThree() {
        int draws = 6;
        double bound = 1 / Math.sqrt(128);
        Random random = new Random(2);
        double radii = 0;
        double norms = 0;
        for (int draw = 0; draw < draws; draw++) {
            Mat matrix = Mat.filled(128, 128, (i, j) -> bound * (2 * random.nextDouble() - 1));
            radii += Eigenvalues.spectralRadius(matrix);
            norms += SingularValues.norm2(matrix);
        }
        assertThat(radii / draws).isCloseTo(0.604, within(0.04));
        assertThat(norms / draws).isCloseTo(1.131, within(0.02));
    }
}
