package gradflow.internal.analysis;

import static gradflow.internal.analysis.Flow.flow;
import static gradflow.internal.analysis.Flow.jacobian;
import static gradflow.internal.analysis.Flow.map;
import static gradflow.internal.analysis.Flow.spectrum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Lyapunov exponents of the systems for which textbooks have them. */
class LyapunovOfMapsAndFlowsTest {
    @Test
    void logisticMapAtFourHasLn2() {
        LyapunovSpectrum chaos =
                spectrum(map(new double[] {0.3}, 0, 50_000, x -> new double[] {4 * x[0] * (1 - x[0])}, x ->
                        new double[][] {{4 - 8 * x[0]}}));
        assertThat(chaos.exponents()[0]).isCloseTo(Math.log(2), within(2e-4));
        assertThat(chaos.standardErrors()[0]).isBetween(1e-6, 5e-3);
    }

    @Test
    void logisticMapAtFourTelescopes() {
        // ln|4 − 8x| = ln 2 + ½·ln[x′(1 − x′)] − ½·ln[x(1 − x)] of each step x → x′ = 4x(1 − x)
        int steps = 20_000;
        UnaryOperator<double[]> logistic = x -> new double[] {4 * x[0] * (1 - x[0])};
        double[] x = {0.3};
        for (int t = 0; t < steps; t++) {
            x = logistic.apply(x);
        }
        double ends = Math.log(x[0] * (1 - x[0])) - Math.log(0.3 * 0.7);
        assertThat(spectrum(map(new double[] {0.3}, 0, steps, logistic, y -> new double[][] {{4 - 8 * y[0]}}))
                        .exponents()[0])
                .isCloseTo(Math.log(2) + ends / 2 / steps, within(1e-11));
    }

    @Test
    void logisticMapWithPeriodTwoHasItsMultiplier() {
        double r = 3.2;
        LyapunovSpectrum cycle =
                spectrum(map(new double[] {0.3}, 1000, 100, x -> new double[] {r * x[0] * (1 - x[0])}, x ->
                        new double[][] {{r - 2 * r * x[0]}}));
        assertThat(cycle.exponents()[0])
                .isCloseTo(0.5 * Math.log(Math.abs(4 + 2 * r - r * r)), within(1e-12))
                .isCloseTo(-0.9162907319, within(1e-10));
    }

    @Test
    void henonMapContractsAreasByItsParameterAndHasAFractalAttractor() {
        LyapunovSpectrum henon = spectrum(map(
                new double[] {0.1, 0.1}, 100, 20_000, x -> new double[] {1 - 1.4 * x[0] * x[0] + x[1], 0.3 * x[0]}, x ->
                        new double[][] {{-2.8 * x[0], 1}, {0.3, 0}}));
        double[] exponents = henon.exponents();
        assertThat(exponents[0]).isCloseTo(0.41922, within(4e-3));
        assertThat(exponents[1]).isCloseTo(-1.62319, within(4e-3));
        assertThat(exponents[0] + exponents[1]).isCloseTo(Math.log(0.3), within(1e-12));
        assertThat(henon.kaplanYorke()).isCloseTo(1.258, within(3e-3));
        assertThat(henon.signs()).containsExactly(1, -1);
    }

    @Test
    void catAndBakerMapsKeepAreas() {
        double golden = Math.log((3 + Math.sqrt(5)) / 2);
        LyapunovSpectrum cat = spectrum(Collections.nCopies(50, jacobian(new double[] {2, 1}, new double[] {1, 1})));
        assertThat(cat.exponents()).containsExactly(new double[] {golden, -golden}, within(1e-14));
        assertThat(cat.kaplanYorke()).isCloseTo(2, within(1e-14));
        LyapunovSpectrum baker =
                spectrum(Collections.nCopies(50, jacobian(new double[] {2, 0}, new double[] {0, 0.5})));
        assertThat(baker.exponents()).containsExactly(new double[] {Math.log(2), -Math.log(2)}, within(1e-15));
    }

    private static LyapunovSpectrum lorenz(double r, double dt, int before, int steps) {
        return spectrum(flow(
                new double[] {1, 1, 1},
                dt,
                before,
                steps,
                x -> new double[] {10 * (x[1] - x[0]), x[0] * (r - x[2]) - x[1], x[0] * x[1] - 8.0 / 3 * x[2]},
                x -> new double[][] {{-10, 10, 0}, {r - x[2], -1, -x[0]}, {x[1], x[0], -8.0 / 3}}));
    }

    @Test
    void lorenzFlowHasOneOfEachSignAndTheSumOfItsDivergence() {
        double dt = 0.004;
        LyapunovSpectrum lorenz = lorenz(28, dt, 2000, 25_000);
        double[] rates = Arrays.stream(lorenz.exponents()).map(x -> x / dt).toArray();
        assertThat(rates[0]).isCloseTo(0.9056, within(0.03));
        assertThat(rates[1]).isCloseTo(0, within(0.01));
        assertThat(rates[2]).isCloseTo(-14.5723, within(0.03));
        assertThat(Arrays.stream(rates).sum()).isCloseTo(-13 - 2.0 / 3, within(1e-5));
    }

    @Test
    void lorenzFlowBelowChaosHasTheRateOfItsFixedPoint() {
        // the eigenvalues of the flow at C± solve λ³ + (41/3)λ² + 80λ + 1013⅓ = 0 for r = 20
        double dt = 0.01;
        Mat companion =
                Mat.of(new double[][] {{-41.0 / 3, -8.0 / 3 * 30, -2 * 10 * 8.0 / 3 * 19}, {1, 0, 0}, {0, 1, 0}});
        double slowest = Arrays.stream(Eigenvalues.of(companion).values())
                .mapToDouble(value -> value.getReal())
                .max()
                .orElseThrow();
        double[] exponents = lorenz(20, dt, 20_000, 4000).exponents();
        // two directions turn into each other, and share the rate to 1/T
        assertThat((exponents[0] + exponents[1]) / 2 / dt).isCloseTo(slowest, within(1e-6));
        assertThat(exponents[0] / dt).isCloseTo(slowest, within(0.05)).isCloseTo(0, within(0.3));
    }

    @Test
    void linzSprottFlowHasTheSumOfItsDivergence() {
        double dt = 0.05;
        double[] exponents = spectrum(flow(
                        new double[] {0.1, 0, 0},
                        dt,
                        4000,
                        40_000,
                        x -> new double[] {x[1], x[2], -0.6 * x[2] - x[1] - Math.abs(x[0]) + 1},
                        x -> new double[][] {{0, 1, 0}, {0, 0, 1}, {-Math.signum(x[0]), -1, -0.6}}))
                .exponents();
        assertThat(exponents[0] / dt).isCloseTo(0.0362, within(5e-3));
        assertThat(exponents[1] / dt).isCloseTo(0, within(5e-3));
        assertThat(exponents[2] / dt).isCloseTo(-0.6362, within(5e-3));
        assertThat(Arrays.stream(exponents).sum() / dt).isCloseTo(-0.6, within(1e-6));
    }

    @Test
    void standardMapIsAreaPreserving() {
        double[] exponents = spectrum(map(
                        new double[] {2.68156, 2.31167},
                        0,
                        100_000,
                        x -> {
                            double p = x[1] + Math.sin(x[0]);
                            return new double[] {(x[0] + p) % (2 * Math.PI), p % (2 * Math.PI)};
                        },
                        x -> new double[][] {{1 + Math.cos(x[0]), 1}, {Math.cos(x[0]), 1}}))
                .exponents();
        assertThat(exponents[0]).isCloseTo(0.10497, within(0.015));
        assertThat(exponents[0] + exponents[1]).isCloseTo(0, within(1e-13));
    }
}
