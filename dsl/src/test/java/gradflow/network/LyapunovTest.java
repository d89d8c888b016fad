package gradflow.network;

import static gradflow.Gradflow.chain;
import static gradflow.Gradflow.diagonal;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.ginibre;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.jordan;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.rotation;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.result.Lyapunov;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LyapunovTest {
    private static final double CUT = Double.NEGATIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1, 1.1})
    void orthogonalLinearNetHasOneRateForAll(double gain) {
        double[] exponents = rnn().hidden(16)
                .whh(orthogonal(gain))
                .linear()
                .unroll(100)
                .lyapunov()
                .exponents();
        assertThat(exponents).hasSize(16);
        for (double exponent : exponents) {
            assertThat(exponent).isCloseTo(Math.log(gain), within(1e-13));
        }
    }

    @Test
    void triangularLinearNetsHaveTheLogarithmsOfTheirDiagonalFromTheFirstStep() {
        assertThat(rnn().whh(diagonal(0.5, -2, 0.9, 1))
                        .linear()
                        .unroll(3)
                        .lyapunov()
                        .exponents())
                .containsExactly(new double[] {Math.log(2), 0, Math.log(0.9), Math.log(0.5)}, within(1e-15));
        assertThat(rnn().whh(jordan(0.9)).linear().unroll(5).lyapunov().exponents())
                .containsExactly(
                        new double[] {Math.log(0.9), Math.log(0.9), Math.log(0.9), Math.log(0.9)}, within(1e-15));
        assertThat(rnn().whh(rotation(0.7).times(0.8))
                        .linear()
                        .unroll(7)
                        .lyapunov()
                        .sum())
                .isCloseTo(4 * Math.log(0.8), within(1e-14));
    }

    @Test
    void linearNetHasTheLogarithmsOfItsEigenvalues() {
        Unrolled net = rnn().hidden(4).whh(gaussian(0.5)).linear().unroll(300);
        double[] exact = Arrays.stream(net.spectrum().eigenvalues())
                .mapToDouble(value -> Math.log(value.abs()))
                .toArray();
        assertThat(net.lyapunov().exponents()).containsExactly(exact, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 20", "1.5, 20", "-1.1, 7", "1000, 3"})
    void scalarNetHasTheMeanLogarithmOfItsLocalDerivatives(double w, int steps) {
        Unrolled net = scalar(w).unroll(steps);
        assertThat(net.lyapunov().largest())
                .isCloseTo(net.gradNorms().log10(0) * Math.log(10) / steps, within(1e-12 * Math.abs(w)));
    }

    static Stream<Unrolled> everyCell() {
        return Stream.of(
                rnn().hidden(5).whh(ginibre(1.2)).inputs(gaussian(0.5)).unroll(60),
                rnn().hidden(3).residual(0.3).inputs(gaussian(1)).unroll(40),
                rnn().hidden(4).leaky(0.2).relu().bias(gaussian(1)).unroll(40),
                lstm().hidden(3).inputs(gaussian(1)).unroll(50),
                lstm().hidden(4).forgetBias(2).unroll(30),
                gru().hidden(4).inputs(gaussian(1)).unroll(50));
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void exponentsAreThoseOfQrOfTheStepJacobians(Unrolled net) {
        int steps = net.gradNorms().values().length - 1;
        int n = net.jacobian(0, 1).matrix().getRowDimension();
        RealMatrix q = MatrixUtils.createRealIdentityMatrix(n);
        double[] sums = new double[n];
        for (int pass = 0; pass < 2; pass++) {
            Arrays.fill(sums, 0);
            for (int t = 1; t <= steps; t++) {
                QRDecomposition qr =
                        new QRDecomposition(net.jacobian(t - 1, t).matrix().multiply(q));
                q = qr.getQ();
                for (int i = 0; i < n; i++) {
                    sums[i] -= Math.log(Math.abs(qr.getR().getEntry(i, i))) / steps;
                }
            }
        }
        Arrays.sort(sums);
        double[] exact = Arrays.stream(sums).map(x -> -x).toArray();
        Lyapunov lyapunov = net.lyapunov();
        assertThat(lyapunov.exponents()).containsExactly(exact, within(1e-9));
        assertThat(lyapunov.sum()).isCloseTo(lyapunov.meanLogDeterminant(), within(1e-11));
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void largestExponentIsTheRateOfALongProduct(Unrolled net) {
        int steps = net.gradNorms().values().length - 1;
        assertThat(net.lyapunov().largest())
                .isCloseTo(net.jacobians().log10(0) * Math.log(10) / steps, within(4.0 / steps));
    }

    @Test
    void lstmWithoutRecurrentWeightsHasTheMeanLogarithmOfItsForgetGates() {
        // h is cut off from the step before, c is carried by f alone
        Unrolled net = lstm().hidden(1).whh(zeros()).inputs(gaussian(1)).unroll(25);
        double[] exponents = net.lyapunov().exponents();
        double kept = 0;
        for (int t = 1; t <= 25; t++) {
            kept += Math.log(net.jacobian(t - 1, t).matrix().getEntry(1, 1));
        }
        assertThat(exponents[0]).isCloseTo(kept / 25, within(1e-12));
        assertThat(exponents[1]).isEqualTo(CUT);
    }

    @Test
    void deadUnitsAndChainsCutDirectionsOff() {
        Lyapunov half = rnn().whh(identity(0.5))
                .wxh(zeros())
                .bias(1, -1, 1, -1)
                .relu()
                .unroll(20)
                .lyapunov();
        assertThat(half.exponents()).containsExactly(Math.log(0.5), Math.log(0.5), CUT, CUT);
        assertThat(half.sum()).isEqualTo(CUT).isEqualTo(half.meanLogDeterminant());
        assertThat(half.toString().replace("\n", " "))
                .contains("2 of 4 directions are cut off: a step Jacobian is singular, and nothing of them comes back")
                .contains("contracting")
                .doesNotContain("undefined");
        Lyapunov chain = rnn().hidden(5).whh(chain(1)).linear().unroll(9).lyapunov();
        assertThat(chain.exponents()).containsOnly(CUT);
        assertThat(chain.sentence())
                .isEqualTo("dead: every direction is cut off, and no gradient comes back over all 9 steps");
    }

    @Test
    void unitsSaturatedBeyondTheRangeOfADoubleHaveFiniteExponents() {
        // ln(1000·sech² 1000) = ln 4000 − 2000, and h stays ±1
        assertThat(scalar(1000).h0(1).unroll(20).lyapunov().largest()).isCloseTo(Math.log(4000) - 2000, within(1e-9));
    }

    @Test
    void divergingNetIsAFinding() {
        Lyapunov undefined = rnn().whh(gaussian(1e200))
                .wxh(gaussian(1e200))
                .inputs(gaussian(1e200))
                .unroll(3)
                .lyapunov();
        assertThat(undefined.exponents()).containsOnly(Double.NaN);
        assertThat(undefined.toString())
                .contains("overflow: W_xh·x_t + W_hh·h_{t-1} + b is not a finite number at t = 1")
                .contains("undefined: the forward pass broke off");
        Lyapunov exploding = rnn().whh(identity(3))
                .wxh(zeros())
                .h0(1, 1, 1, 1)
                .relu()
                .unroll(2000)
                .lyapunov(2);
        assertThat(exploding.exponents()).containsExactly(new double[] {Math.log(3), Math.log(3)}, within(1e-14));
        assertThat(exploding.toString()).contains("overflow: ‖h_t‖ is more than a double can hold");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void countOutsideTheStateIsRefused(int k) {
        assertThatThrownBy(() -> rnn().unroll(3).lyapunov(k)).hasMessage("""
                        lyapunov(k): k must be in 1..4, but was %d
                          in:  rnn().unroll(3).lyapunov(%d)
                          try: lyapunov(1), the largest alone""".formatted(k, k));
    }

    @Test
    void runThatSettlesIsToldNotToBeStationary() {
        // tanh grows from h_0 = 1e-6 at first, and settles where it contracts
        Lyapunov run = scalar(1.5).h0(1e-6).unroll(70).lyapunov();
        assertThat(run.firstHalf()[0]).isGreaterThan(0.3);
        assertThat(run.secondHalf()[0]).isCloseTo(Math.log(0.3943130255), within(0.02));
        assertThat(run.toString()).contains("the run isn't stationary: λ_1 was 0.");
        assertThat(scalar(0.5).unroll(200).lyapunov().toString()).doesNotContain("stationary");
    }

    /** Where the gap to λ_2 is below 1/T the two start in directions of their own, and one run doesn't turn them into one. */
    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    void theLargestAloneIsTheLargestOfAllToFourPartsInT(int steps) {
        for (int seed = 0; seed < 12; seed++) {
            for (double gain : new double[] {0.5, 1, 1.2}) {
                Unrolled net = rnn().hidden(seed % 2 == 0 ? 4 : 16)
                        .seed(seed)
                        .whh(ginibre(gain))
                        .inputs(gaussian(0.5))
                        .unroll(steps);
                assertThat(net.lyapunov(1).largest())
                        .as("%s", net)
                        .isCloseTo(net.lyapunov().largest(), within(4.0 / steps));
            }
        }
    }
}
