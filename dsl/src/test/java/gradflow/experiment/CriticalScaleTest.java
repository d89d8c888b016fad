package gradflow.experiment;

import static gradflow.Gradflow.criticalScale;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.ginibre;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.CancelledRun;
import gradflow.internal.kernel.Interrupts;
import gradflow.network.Rnn;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CriticalScaleTest {
    @AfterEach
    void lowerTheFlag() {
        boolean unused = Thread.interrupted();
    }

    @Test
    void ofALinearNetworkItIsOneOverTheRadius() {
        for (int seed = 0; seed < 5; seed++) {
            Rnn net = rnn().hidden(7).whh(ginibre(1.3)).linear().seed(seed);
            CriticalScale critical = criticalScale(net, 50);
            assertThat(critical.scale()).isCloseTo(1 / net.spectrum().radius(), within(1e-8));
            assertThat(critical.scales()).hasSize(1);
            assertThat(critical.uncertainty()).isZero();
        }
    }

    @Test
    void ofATanhNetworkAtRestItIsOneOverTheRadiusToo() {
        Rnn net = rnn().hidden(12).whh(ginibre(0.7)).inputs(zeros());
        CriticalScale critical = criticalScale(net);
        assertThat(critical.scale()).isCloseTo(1 / net.spectrum().radius(), within(1e-8));
        assertThat(critical.toString())
                .contains(
                        "ρ(k·W_hh) there = 1 ",
                        "T = 1000",
                        "λ_1 crosses 0 at k = 1.29084: gradients vanish below it and explode above it");
    }

    @Test
    void inputsPutItOffAsFarAsBisectionByHandSays() {
        Rnn net = rnn().hidden(32).input(32).wxh(identity(1)).whh(ginibre(1)).inputs(gaussian(0.5));
        CriticalScale critical = criticalScale(net, 300);
        assertThat(critical.scales()).hasSize(1);
        double low = 1.5;
        double high = 2;
        assertThat(exponent(net, low)).isNegative();
        assertThat(exponent(net, high)).isPositive();
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            boolean below = exponent(net, middle) < 0;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        assertThat(critical.scale()).isCloseTo(low, within(1e-6));
        assertThat(critical.scale()).isGreaterThan(1.2 / net.spectrum().radius());
        assertThat(critical.uncertainty()).isBetween(0.01, 0.1);
    }

    private static double exponent(Rnn net, double k) {
        return net.whhTimes(k).unroll(300).lyapunov(1).largest();
    }

    @Test
    void theCurveIsThatOfTheScaledNetworks() {
        Rnn net = rnn().whh(ginibre(1)).whhTimes(2);
        CriticalScale critical = criticalScale(net, 60);
        assertThat(critical.factors())
                .hasSize(41)
                .startsWith(1 / 32.0)
                .endsWith(32)
                .contains(1);
        int i = Arrays.binarySearch(critical.factors(), 4);
        assertThat(critical.exponents()[i])
                .isEqualTo(net.whhTimes(8).unroll(60).lyapunov(1).largest());
    }

    @Test
    void whereThereIsNoneItIsSaid() {
        // at the critical w = 1 the state falls as 1/√t, above it it settles where tanh is flat
        CriticalScale none = criticalScale(scalar(0.5), 200);
        assertThat(none.scale()).isNaN();
        assertThat(none.scales()).isEmpty();
        assertThat(none.uncertainty()).isNaN();
        assertThat(none.toString().replace('\n', ' '))
                .contains("critical scale = undefined")
                .containsPattern(
                        "no critical scale: λ_1 is below 0 from k = 0.03125 to 32, and gradients vanish at any of"
                                + " them; largest at k = 2, -0.0[0-9]+");
        assertThat(criticalScale(rnn().whh(zeros()), 20).toString()).contains("-∞");
    }

    @Test
    void severalCrossingsAreAllThere() {
        CriticalScale several = criticalScale(rnn().hidden(6).whh(orthogonal()), 200);
        assertThat(several.scales()).hasSizeGreaterThan(1).isSorted();
        assertThat(several.scale()).isEqualTo(several.scales()[0]);
        assertThat(several.toString()).contains("λ_1 crosses 0 " + several.scales().length + " times: at k = ");
    }

    @Test
    void gatedNetworksHaveOneToo() {
        CriticalScale critical = criticalScale(lstm().hidden(4).inputs(zeros()), 60);
        double k = critical.scale();
        assertThat(lstm().hidden(4)
                        .inputs(zeros())
                        .whhTimes(k * 0.99)
                        .unroll(60)
                        .lyapunov(1)
                        .largest())
                .isNegative();
        assertThat(lstm().hidden(4)
                        .inputs(zeros())
                        .whhTimes(k * 1.01)
                        .unroll(60)
                        .lyapunov(1)
                        .largest())
                .isPositive();
    }

    @Test
    void oneThatHasNothingYetIsLeftWhenItIsStopped() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> criticalScale(rnn())).isInstanceOf(CancelledRun.class);
    }

    @Test
    void whatIsThereIsKept() {
        CriticalScale whole = new CriticalScale("it", 10, 1, k -> Math.log(k), k -> 0.5);
        assertThat(whole.scale()).isCloseTo(1, within(1e-8));
        assertThat(whole.uncertainty()).isCloseTo(0.5, within(0.05));
        CriticalScale head = new CriticalScale("it", 10, 1, stoppedAt(12), k -> 0.5);
        assertThat(head.stopped()).isTrue();
        assertThat(head.exponents()).isEqualTo(Arrays.copyOf(whole.exponents(), 12));
        assertThat(head.scale()).isNaN();
        assertThat(head.toString()).contains("stopped after 12 of 41 factors").doesNotContain("no critical scale");
        assertThat(Thread.interrupted()).isTrue();
        CriticalScale rough = new CriticalScale("it", 10, 1, stoppedAt(45), k -> 0.5);
        assertThat(rough.stopped()).isTrue();
        assertThat(rough.exponents()).isEqualTo(whole.exponents());
        assertThat(rough.toString())
                .contains("stopped before the crossings of the curve were narrowed down\n"
                        + "λ_1 crosses 0 between k = 0.840896 and 1");
    }

    private static DoubleUnaryOperator stoppedAt(int call) {
        AtomicInteger calls = new AtomicInteger();
        return k -> {
            if (calls.getAndIncrement() == call) {
                Thread.currentThread().interrupt();
                Interrupts.poll();
            }
            return Math.log(k);
        };
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> criticalScale(null)).hasMessage("""
                        criticalScale(network): a network must not be null
                          in:  criticalScale(null)
                          try: criticalScale(rnn())""");
        assertThatThrownBy(() -> criticalScale(rnn(), 0)).hasMessage("""
                        criticalScale(network, T): T must be at least 1, but was 0
                          in:  criticalScale(rnn(), 0)
                          try: criticalScale(rnn(), 1000)""");
    }

    @Test
    void whoStopsItsErrorKeepsTheCrossing() {
        CriticalScale stopped = new CriticalScale("x", 10, Double.NaN, StrictMath::log, k -> {
            Thread.currentThread().interrupt();
            Interrupts.poll();
            return 1;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.scale()).isCloseTo(1, within(1e-8));
        assertThat(stopped.uncertainty()).isNaN();
    }

    @Test
    void atAHumpBetweenTwoFactorsTheErrorIsNotKnown() {
        // Above 0 within 1.5·2^(±0.045) alone, where no factor of the curve is.
        CriticalScale hump = new CriticalScale(
                "x", 10, Double.NaN, k -> 0.002 - Math.pow(StrictMath.log(k / 1.5) / StrictMath.log(2), 2), k -> 1);

        assertThat(Arrays.stream(hump.exponents())).allMatch(exponent -> exponent < 0);
        assertThat(hump.scales()).hasSize(2);
        assertThat(hump.uncertainty()).isNaN();
    }
}
