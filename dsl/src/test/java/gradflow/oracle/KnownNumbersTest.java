package gradflow.oracle;

import static gradflow.Gradflow.chain;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.jordan;
import static gradflow.Gradflow.matrix;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.trace;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.model.Activation;
import gradflow.network.Rnn;
import gradflow.result.GradNorms;
import gradflow.result.JacobianProducts;
import gradflow.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of small recurrences that are known from closed forms, or from PyTorch, NumPy and SciPy in double precision. */
class KnownNumbersTest {
    private static final double H2 = Math.sqrt(0.9);

    @ParameterizedTest
    @CsvSource({
        "0.5, 9.5367431640625e-7",
        "0.7, 7.979226629761189e-4",
        "0.9, 0.12157665459056935",
        "1.1, 6.727499949325611",
        "1.5, 3325.256730079651",
        "2, 1048576"
    })
    void linearScalarIsThePowerOfItsWeight(double w, double power) {
        assertThat(scalar(w).linear().unroll(20).jacobians().norm(0)).isCloseTo(power, within(20 * Math.ulp(power)));
        assertThat(scalar(w).linear().unroll(20).gradNorms().norm(0)).isCloseTo(power, within(20 * Math.ulp(power)));
    }

    @Test
    void textbooksTraceIsThere() {
        assertThat(scalar(0.5).unroll(20).gradNorms().norm(0)).isCloseTo(9.505031555e-7, within(5e-17));
        assertThat(scalar(0.5).unroll(10).gradNorms().norm(0)).isCloseTo(9.733e-4, within(5e-8));
        assertThat(trace(0.5, 20).toString()).contains("9.505");
    }

    @ParameterizedTest
    @CsvSource({"1.1, 0.5029405749", "1.2, 0.6585696604", "1.5, 0.8585596366", "2, 0.9575040241", "3, 0.9949015285"})
    void stateAboveOneSettlesAtTheFixedPoint(double w, double h) {
        assertThat(scalar(w).unroll(4000).states().norm(4000)).isCloseTo(h, within(1e-10));
    }

    @Test
    void stateAtTheEdgeDecaysAsAPowerOfTime() {
        // h_t·√t → √(3/2)
        int steps = 1_000_000;
        double[] last = scalar(1).unroll(steps).states().state(steps);
        assertThat(last[0] * Math.sqrt(steps)).isCloseTo(1.224745, within(2e-3));
        assertThat(scalar(1).unroll(steps).gradNorms().norm(0)).isCloseTo(1.834863e-6, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 4, 3.400, 1e-3", "1e-6, 33, 3.441e5, 50"})
    void transientPeakAboveOneIsInverseToTheStart(double start, int at, double peak, double tolerance) {
        assertThat(scalar(1.5).h0(start).unroll(at).gradNorms().norm(0)).isCloseTo(peak, within(tolerance));
        assertThat(scalar(1.5).h0(start).unroll(at + 1).gradNorms().norm(0)).isLessThan(peak);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.19661193324, 0.41997434161", "2, 0.10499358540, 0.07065082485"})
    void slopesOfTheActivations(double z, double sigmoid, double tanh) {
        assertThat(new Activation.Sigmoid().derivative(z)).isCloseTo(sigmoid, within(5e-12));
        assertThat(new Activation.Tanh().derivative(z)).isCloseTo(tanh, within(5e-12));
    }

    @Test
    void slopeIsPositiveWhereOneMinusTanhSquaredIsZero() {
        double tanh = new Activation.Tanh().value(20);
        assertThat(1 - tanh * tanh).isZero();
        assertThat(new Activation.Tanh().derivative(20)).isPositive();
    }

    @Test
    void powersOfTwoPassTheRangeOfADouble() {
        assertThat(scalar(2).linear().unroll(1023).gradNorms().norm(0)).isEqualTo(0x1p1023);
        assertThat(scalar(2).linear().unroll(1024).gradNorms().norm(0)).isInfinite();
        assertThat(scalar(0.5).linear().unroll(1074).gradNorms().norm(0)).isEqualTo(Double.MIN_VALUE);
        assertThat(scalar(0.5).linear().unroll(1075).gradNorms().norm(0)).isZero();
        assertThat((float) 0x1p127).isFinite();
    }

    @Test
    void orthogonalLinearNetworkKeepsEverySingularValue() {
        for (double value : rnn().hidden(8)
                .whh(orthogonal())
                .linear()
                .unroll(100)
                .jacobian(0)
                .singularValues()) {
            assertThat(value).isCloseTo(1, within(5e-14));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 10, 1, 10.024938, 5e-7",
        "0.5, 10, 2, 10.006246, 5e-7",
        "0.5, 10, 5, 3.125312, 5e-7",
        "0.5, 10, 10, 0.195317, 5e-7",
        "0.5, 10, 20, 3.814721e-4, 5e-11",
        "0.9, 1, 9, 3.912567, 5e-7"
    })
    void jacobianOfAJordanBlockIsItsPower(double a, double b, int k, double norm, double tolerance) {
        Rnn net = rnn().hidden(2).whh(jordan(a, b)).linear();
        assertThat(net.unroll(k).jacobians().norm(0)).isCloseTo(norm, within(tolerance));
        double x = Math.pow(a, k);
        double y = k * Math.pow(a, k - 1) * b;
        double closed =
                Math.sqrt((2 * x * x + y * y + Math.sqrt(Math.pow(2 * x * x + y * y, 2) - 4 * Math.pow(x, 4))) / 2);
        assertThat(net.unroll(k).jacobians().norm(0)).isCloseTo(closed, within(1e-13 * closed));
    }

    @Test
    void chainOfNUnitsKeepsItsNormForNMinusOneSteps() {
        Rnn net = rnn().hidden(100).whh(chain(1.02)).linear();
        assertThat(net.unroll(99).jacobian(0).norm()).isCloseTo(7.102594, within(5e-7));
        assertThat(net.unroll(100).jacobian(0).norm()).isZero();
        assertThat(net.spectrum().radius()).isZero();
    }

    private static Rnn fourLinks() {
        return rnn().whh(matrix(new double[][] {{.5, 2, 0, 0}, {0, .5, 2, 0}, {0, 0, .5, 2}, {0, 0, 0, .5}}));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2.39037, 5e-6",
        "2, 5.51407, 5e-6",
        "3, 11.7311, 5e-5",
        "5, 21.23207, 5e-6",
        "7, 17.8926, 5e-5",
        "9, 10.6204, 5e-5",
        "10, 7.56589, 5e-6",
        "15, 0.891630, 5e-7",
        "20, 0.0697009, 5e-8",
        "40, 5.75316e-7, 5e-13"
    })
    void jacobianOfFourLinksGrowsBeforeItVanishes(int k, double norm, double tolerance) {
        assertThat(fourLinks().linear().unroll(k).jacobians().norm(0)).isCloseTo(norm, within(tolerance));
    }

    @Test
    void gradientOfFourLinksAtRestRisesToTwentySix() {
        // tanh at h = 0: every slope is 1
        GradNorms norms = fourLinks().inputs(zeros()).unroll(20).gradNorms();
        double[] known = {2, 4.359, 9.124, 17.46, 24.14, 26.28, 24.5};
        for (int back = 0; back < known.length; back++) {
            assertThat(norms.norm(20 - back)).isCloseTo(known[back], within(back == 6 ? 0.05 : 5e-3));
        }
        assertThat(norms.norm(0)).isCloseTo(0.0726, within(5e-5));
        assertThat(norms.verdict()).isEqualTo(Verdict.MIXED);
    }

    private static Rnn saturating() {
        return rnn().whh(new double[][] {{1.8, -3}, {1, -1.5}}).inputs(zeros());
    }

    @Test
    void saturationExplodes() {
        Rnn net = saturating()
                .bias(3 * H2, 0.5 * Math.log((1 + H2) / (1 - H2)) + 1.5 * H2)
                .h0(0, H2);
        assertThat(net.spectrum().radius()).isCloseTo(0.5477226, within(5e-8));
        assertThat(net.unroll(20).gradNorms().norm(0)).isCloseTo(40840, within(0.5));
        assertThat(net.unroll(20).gradNorms().verdict()).isEqualTo(Verdict.EXPLODING);
        JacobianProducts products = net.unroll(20).jacobians();
        // φ′ = (1, 0.1): the Lyapunov rate is ρ(diag(1, 0.1)·W)
        assertThat(Math.pow(products.lyapunovRate(0), 1 / 20.0)).isCloseTo(1.631613, within(5e-7));
    }

    @Test
    void withoutBiasTheSameMatrixVanishes() {
        assertThat(saturating().unroll(20).gradNorms().norm(0)).isCloseTo(3.906e-5, within(5e-9));
    }

    @Test
    void textbookNetworkInItsNumbers() {
        GradNorms norms = rnn().whh(identity(0.5).plusNoise(0.05)).unroll(20).gradNorms();
        assertThat(norms.norm(0)).isCloseTo(1.4923e-4, within(5e-9));
        assertThat(norms.norm(20) / norms.norm(1)).isCloseTo(8455, within(2.0));
        assertThat(rnn().whh(identity(0.5).plusNoise(0.05))
                        .unroll(20)
                        .weightGrad()
                        .shareOfLast(5))
                .isCloseTo(0.959, within(1e-3));
        GradNorms large = rnn().whh(identity(1.5).plusNoise(0.05)).unroll(20).gradNorms();
        assertThat(large.norm(1)).isCloseTo(0.2805, within(5e-4));
        assertThat(large.norm(11)).isCloseTo(0.01364, within(5e-5));
    }
}
