package gradflow.network;

import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.ginibre;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.meanField;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.result.Lyapunov;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest exponent of wide random networks, beside PyTorch and mean-field theory. */
class LyapunovOfWideNetworksTest {
    /** {@return λ_1 of undriven networks of seeds 0, 1, …, over the second half of the steps, when they have settled} */
    private static DoubleStream undriven(double g, int n, int seeds, int steps) {
        return IntStream.range(0, seeds)
                .mapToDouble(seed -> rnn().hidden(n)
                        .seed(seed)
                        .whh(ginibre(g))
                        .h0(gaussian(1))
                        .inputs(zeros())
                        .unroll(steps)
                        .lyapunov(1)
                        .secondHalf()[0]);
    }

    /** PyTorch, four networks of 400 units: the mean and its standard error. */
    @ParameterizedTest
    @CsvSource({"1.5, 0.0556, 0.005", "2, 0.1504, 0.002"})
    void aboveGainOneThereIsChaos(double g, double rate, double error) {
        assertThat(undriven(g, 400, 4, 1000).average().orElseThrow()).isCloseTo(rate, within(error));
    }

    @Test
    void atGainOnePointOneItHasHardlyBegun() {
        // −0.0002 in PyTorch. One of these four has found a cycle, and contracts.
        double[] rates = undriven(1.1, 400, 4, 1000).sorted().toArray();
        assertThat((rates[1] + rates[2]) / 2).isCloseTo(-0.0002, within(1e-3));
        assertThat(rates[3]).isLessThan(0.005);
    }

    /** PyTorch: 0.061 to 0.067 and 0.1525 to 0.1546, networks of 1500 units; ½·ln χ₁ is the limit of infinitely many. */
    @ParameterizedTest
    @CsvSource({"1.5, 0.064, 0.003", "2, 0.15355, 0.00105"})
    void wideNetworksComeCloseToMeanFieldTheory(double g, double centre, double spread) {
        double rate = undriven(g, 1500, 2, 200).average().orElseThrow();
        assertThat(rate)
                .isCloseTo(centre, within(spread))
                .isCloseTo(meanField(g, 0).lambda(), within(0.003));
    }

    @Test
    void belowItTheRateIsTheLogarithmOfTheSpectralRadius() {
        Unrolled net = rnn().hidden(60)
                .whh(ginibre(0.5))
                .h0(gaussian(0.001))
                .inputs(zeros())
                .unroll(2000);
        assertThat(net.lyapunov(1).largest()).isCloseTo(Math.log(net.spectrum().radius()), within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0.5, -0.018", "1, -0.147", "2, -0.357"})
    void inputSuppressesChaos(double deviation, double rate) {
        double measured = rnn().hidden(200)
                .input(200)
                .wxh(identity(1))
                .whh(ginibre(1.5))
                .inputs(gaussian(deviation))
                .unroll(500)
                .lyapunov(1)
                .largest();
        assertThat(measured).isCloseTo(rate, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, -0.0068", "0.05, -0.0345", "0.1, -0.0669", "0.5, -0.2765", "1, -0.4659"})
    void orthogonalTanhNetIsNoIsometryOnceInputsArrive(double deviation, double rate) {
        Lyapunov run = rnn().hidden(64)
                .input(64)
                .wxh(identity(1))
                .whh(orthogonal())
                .inputs(gaussian(deviation))
                .unroll(800)
                .lyapunov(1);
        assertThat(run.secondHalf()[0]).isCloseTo(rate, within(0.0005 + 0.07 * Math.abs(rate)));
    }
}
