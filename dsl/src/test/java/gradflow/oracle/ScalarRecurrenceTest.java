package gradflow.oracle;

import static gradflow.Gradflow.diagonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.trace;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.model.Activation;
import gradflow.result.GradNorms;
import gradflow.result.Verdict;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One unit, h_t = φ(w·h_{t-1}): what textbooks and papers print, to half a unit of its last digit, and the same in 30 digits or
 * in closed form, to what doubles can reach. Values of 18 digits: mpmath 1.2.1.
 */
class ScalarRecurrenceTest {

    private static void isClose(double actual, double exact, double relative) {
        assertThat(actual).isCloseTo(exact, within(relative * Math.abs(exact)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 9.5367431640625e-7",
        "0.7, 7.979226629761189e-4",
        "0.9, 0.12157665459056935",
        "1.1, 6.727499949325611",
        "1.5, 3325.256730079651",
        "2, 1048576"
    })
    void linearUnitHandsOnThePowerOfItsWeightToTheLastDigit(double w, double power) {
        assertThat(new BigDecimal(w).pow(20).doubleValue()).isEqualTo(power);
        assertThat(scalar(w).linear().unroll(20).gradNorms().norm(0))
                .isBetween(Math.nextDown(power), Math.nextUp(power));
        assertThat(scalar(w).linear().unroll(20).jacobians().norm(0))
                .isBetween(Math.nextDown(power), Math.nextUp(power));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.498752, 0.498752080385783936",
        "10, 9.733e-4, 9.73315234322830466e-4",
        "20, 9.505031555e-7, 9.50503155503524881e-7"
    })
    void textbooksTraceIsThere(int steps, double printed, double exact) {
        double gradient = scalar(0.5).unroll(steps).gradNorms().norm(0);
        isClose(gradient, printed, 2e-5);
        isClose(gradient, exact, 3e-15);
        assertThat(1 / scalar(0.5).unroll(10).gradNorms().norm(0)).isCloseTo(1027, within(0.5));
        assertThat(trace(0.5, 20).toString()).contains("9.505");
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, 0.5029405749, 0.50294057494464182, 0.8217558559, 0.821755855881788503",
        "1.2, 0.6585696604, 0.658569660405753997, 0.6795432029, 0.679543202871659802",
        "1.5, 0.8585596366, 0.858559636640110362, 0.3943130255, 0.394313025498602497",
        "2, 0.9575040241, 0.957504024077268741, 0.1663720878, 0.166372087751674327",
        "3, 0.9949015285, 0.994901528452628939, 0.0305128460, 0.0305128460478683121"
    })
    void aboveOneTheStateSettlesAndTheGradientFallsByTheSlopeThere(
            double w, double h, double exactState, double slope, double exactSlope) {
        double state = scalar(w).unroll(4000).states().norm(4000);
        assertThat(state).isCloseTo(h, within(5e-11)).isCloseTo(exactState, within(1e-14));
        double ratio = scalar(w).unroll(4000).gradNorms().ratio(3900);
        assertThat(ratio).isCloseTo(slope, within(5e-11)).isCloseTo(exactSlope, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 0.8285910, 5e-8, 0.828590970998663076",
        "100, 0.4643579, 5e-8, 0.464357924346871954",
        "1000, 0.0470477, 5e-8, 0.0470477440094646802",
        "1000000, 1.834863e-6, 5e-13, 1.83486259944638002e-6"
    })
    void atTheEdgeTheGradientDecaysAsAPowerOfTime(int steps, double printed, double half, double exact) {
        double gradient = scalar(1).unroll(steps).gradNorms().norm(0);
        assertThat(gradient).isCloseTo(printed, within(half));
        isClose(gradient, exact, 1e-9);
        // (1 + 2·h_0²·t/3)^(−3/2), h_0 = 0.1, is what it follows
        isClose(gradient, Math.pow(1 + 0.02 * steps / 3, -1.5), 0.02);
    }

    @Test
    void atTheEdgeTheStateFallsAsTheRootOfTime() {
        int steps = 1_000_000;
        double scaled = scalar(1).unroll(steps).states().norm(steps) * Math.sqrt(steps);
        assertThat(scaled).isCloseTo(1.22465221717964158, within(1e-9));
        // towards √(3/2), from below
        assertThat(Math.sqrt(1.5)).isCloseTo(1.224745, within(5e-7));
        assertThat(scaled).isBetween(Math.sqrt(1.5) - 1e-4, Math.sqrt(1.5));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 4, 3.400, 5e-4, 3.39999860945434768", "1e-6, 33, 3.441e5, 50, 344090.891916618409"})
    void transientPeakAboveOneIsInverseToTheStart(double start, int at, double printed, double half, double exactPeak) {
        double peak = scalar(1.5).h0(start).unroll(at).gradNorms().norm(0);
        assertThat(peak).isCloseTo(printed, within(half));
        isClose(peak, exactPeak, 1e-12);
        IntStream.rangeClosed(1, 2 * at)
                .filter(steps -> steps != at)
                .forEach(steps -> assertThat(
                                scalar(1.5).h0(start).unroll(steps).gradNorms().norm(0))
                        .isLessThan(peak));
    }

    @Test
    void sigmoidWithALargeWeightExplodesExactly() {
        GradNorms norms = rnn().hidden(1)
                .whh(diagonal(8))
                .wxh(zeros())
                .bias(-4)
                .h0(0.5)
                .sigmoid()
                .unroll(20)
                .gradNorms();
        assertThat(norms.norm(0)).isEqualTo(1048576);
        assertThat(norms.verdict()).isEqualTo(Verdict.EXPLODING);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.19661193324, 0.19661193324148185254, 0.41997434161, 0.41997434161402606939",
        "2, 0.10499358540, 0.10499358540350651735, 0.07065082485, 0.070650824853164465686"
    })
    void slopesOfTheActivations(double z, double sigmoid, double exactSigmoid, double tanh, double exactTanh) {
        assertThat(new Activation.Sigmoid().derivative(z))
                .isCloseTo(sigmoid, within(5e-12))
                .isCloseTo(exactSigmoid, within(1e-15));
        assertThat(new Activation.Tanh().derivative(z))
                .isCloseTo(tanh, within(5.1e-12))
                .isCloseTo(exactTanh, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"18.99, 1.28101899238773641e-16", "-19.06, 1.11366441073455816e-16", "20, 1.69934170211663558e-17"})
    void slopeOfTanhIsRightWhereOneMinusItsSquareHasNoDigitLeft(double z, double exact) {
        double tanh = new Activation.Tanh().value(z);
        assertThat(Math.abs(1 - tanh * tanh - exact) / exact).isGreaterThan(0.5);
        isClose(new Activation.Tanh().derivative(z), exact, 1e-15);
    }

    @Test
    void inSinglePrecisionThatIsSoFromTenOn() {
        float tanh = (float) new Activation.Tanh().value(10);
        assertThat(1 - tanh * tanh).isZero();
        isClose(new Activation.Tanh().derivative(10), 8.24461445576739737e-9, 1e-15);
    }

    @Test
    void powersOfTwoPassTheRangeOfADouble() {
        assertThat(gradient(2, 1023)).isEqualTo(0x1p1023);
        assertThat(gradient(2, 1024)).isInfinite();
        assertThat(gradient(0.5, 1074)).isEqualTo(Double.MIN_VALUE);
        assertThat(gradient(0.5, 1075)).isZero();
    }

    @Test
    void powersOfTwoPassTheRangeOfAFloat() {
        assertThat((float) gradient(2, 127)).isEqualTo(0x1p127f);
        assertThat((float) gradient(2, 128)).isInfinite();
        assertThat((float) gradient(0.5, 149)).isEqualTo(Float.MIN_VALUE);
        assertThat((float) gradient(0.5, 150)).isZero();
    }

    private static double gradient(double w, int steps) {
        return scalar(w).linear().unroll(steps).gradNorms().norm(0);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 4, 0.0499083926984876046, 2.499, 2.49912855838455289",
        "0.5, 10, 0.00195038108161001571, 5.499, 5.49876738478928666",
        "0.9, 20, 0.26466178749856865, 10.46, 10.4600149080662997"
    })
    void immediateDerivativesAddUpToTheGradientAndTotalOnesCountTwiceAndMore(
            double w, int steps, double derivative, double printed, double exact) {
        double total = scalar(w).unroll(steps).weightGrad().total().getEntry(0, 0);
        isClose(total, derivative, 1e-14);
        isClose(
                IntStream.rangeClosed(1, steps)
                        .mapToDouble(t -> scalar(w).unroll(steps).weightGrad().contribution(t))
                        .sum(),
                total,
                1e-14);
        // Σ_t ∂h_T/∂h_t · dh_t/dw, with all of w's influence on h_t
        double overcounted = IntStream.rangeClosed(1, steps)
                .mapToDouble(t -> scalar(w).unroll(steps).gradNorms().norm(t)
                        * scalar(w).unroll(t).weightGrad().total().getEntry(0, 0))
                .sum();
        assertThat(overcounted / total).isCloseTo(printed, within(5e-4 * (printed > 10 ? 10 : 1)));
        isClose(overcounted / total, exact, 1e-13);
    }

    @Test
    void unitAtTheRadiusOfPytorchsDefaultWeightsKeepsThreeToTheMinusTen() {
        isClose(gradient(1 / Math.sqrt(3), 20), Math.pow(3, -10), 5e-15);
    }
}
