package gradflow.experiment;

import static gradflow.Gradflow.ensemble;
import static gradflow.Gradflow.ginibre;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Interrupts;
import gradflow.network.Rnn;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static final int MANY = 1000;

    @AfterEach
    void lowerTheFlag() {
        boolean unused = Thread.interrupted();
    }

    private static Distribution of(double... values) {
        return new Distribution("it", 3, new Kept(values, values.length), "value");
    }

    @Test
    void radiiOfShiftedGinibreMatrices() {
        // B-24 of 20 000 draws: mean .5697, sd .0405, 5-95 % .507 to .640; tolerances are four standard errors
        Distribution radii = ensemble(rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)), MANY)
                .of(net -> net.spectrum().radius());
        assertThat(radii.mean()).isCloseTo(0.5697, within(4 * 0.0405 / Math.sqrt(MANY)));
        assertThat(radii.deviation()).isCloseTo(0.0405, within(4 * 0.0405 / Math.sqrt(2 * MANY)));
        assertThat(radii.quantile(0.05)).isCloseTo(0.507, within(0.008));
        assertThat(radii.quantile(0.95)).isCloseTo(0.640, within(0.011));
        assertThat(radii.own()).isCloseTo(0.63, within(0.001));
    }

    @Test
    void radiiOfGinibreMatrices() {
        // B-29: 1.022 ± .292 of four units
        Distribution radii = ensemble(rnn().hidden(4).whh(ginibre(1)), MANY)
                .of(net -> net.spectrum().radius());
        assertThat(radii.mean()).isCloseTo(1.022, within(4 * 0.292 / Math.sqrt(MANY)));
    }

    @Test
    void theNetworksOwnSeedIsTheFirst() {
        Distribution gradients =
                ensemble(lstm().seed(7), 3).of(net -> net.unroll(5).gradNorms().norm(0));
        assertThat(gradients.seeds()).containsExactly(7, 8, 9);
        assertThat(gradients.values())
                .containsExactly(
                        lstm().seed(7).unroll(5).gradNorms().norm(0),
                        lstm().seed(8).unroll(5).gradNorms().norm(0),
                        lstm().seed(9).unroll(5).gradNorms().norm(0));
        assertThat(gradients.own()).isEqualTo(gradients.values()[0]);
    }

    @Test
    void theFunctionKnowsTheKindOfNetwork() {
        assertThat(ensemble(rnn().hidden(3), 2)
                        .of(net -> net.leaky(0.5).unroll(2).gradNorms().norm(2))
                        .values())
                .containsOnly(Math.sqrt(3));
    }

    @Test
    void quantilesAreThoseOfNumPy() {
        // numpy.quantile([15, 20, 35, 40, 50], [0.05, 0.4, 0.95])
        Distribution five = of(35, 20, 15, 50, 40);
        assertThat(five.quantile(0.05)).isCloseTo(16, within(1e-12));
        assertThat(five.quantile(0.4)).isCloseTo(29, within(1e-12));
        assertThat(five.quantile(0.95)).isCloseTo(48, within(1e-12));
        assertThat(five.median()).isEqualTo(35);
        assertThat(five.quantile(0)).isEqualTo(15);
        assertThat(five.quantile(1)).isEqualTo(50);
        assertThat(five.mean()).isEqualTo(32);
        assertThat(five.deviation()).isCloseTo(14.40486, within(1e-5));
        assertThat(five.rank()).isEqualTo(0.5);
    }

    @Test
    void tiesCountHalfAndWhatIsUndefinedNot() {
        assertThat(of(2, 1, 2, 3).rank()).isEqualTo(0.5);
        assertThat(of(2, 1, Double.NaN, 3).rank()).isEqualTo(0.5);
        assertThat(of(2, 1, Double.NaN, 3).median()).isEqualTo(2);
        assertThat(of(2, 1, Double.NaN, 3).toString()).contains("undefined = 1");
        assertThat(of(1).rank()).isNaN();
        assertThat(of(Double.NaN).median()).isNaN();
        assertThat(of(Double.POSITIVE_INFINITY, 1, 2).quantile(1)).isInfinite();
    }

    @Test
    void theTableTellsWhereTheSeedStands() {
        assertThat(of(35, 20, 15, 50, 40).named("score").toString()).isEqualTo("""
                score over seeds
                it
                seeds = 5   mean = 32   sd = 14.4049

                quantile  score
                smallest     15
                5 %          16
                25 %         20
                median       35
                75 %         40
                95 %         48
                largest      50

                seed 3 has 35, above 50 % of the others""");
        assertThat(of(35, 20).csv()).isEqualTo("seed,value\n3,35\n4,20");
    }

    @Test
    void theSeedsThatAreThereAreKept() {
        ToDoubleFunction<Rnn> radius = net -> net.spectrum().radius();
        AtomicInteger calls = new AtomicInteger();
        Distribution whole = ensemble(rnn(), 20).of(radius);
        Distribution head = ensemble(rnn(), 20).of(net -> {
            if (calls.getAndIncrement() == 8) {
                Thread.currentThread().interrupt();
                Interrupts.poll();
            }
            return radius.applyAsDouble(net);
        });
        assertThat(head.stopped()).isTrue();
        assertThat(head.values()).isEqualTo(Arrays.copyOf(whole.values(), 8));
        assertThat(head.toString()).contains("seeds = 8", "stopped after 8 of 20 seeds");
    }

    @Test
    void ofFewerThanTwoNumbersThereIsNoDeviation() {
        assertThat(ensemble(rnn(), 3).of(net -> Double.NaN).deviation()).isNaN();
        assertThat(ensemble(rnn(), 1).of(net -> 2).deviation()).isNaN();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> ensemble(rnn(), 0)).hasMessage("""
                        ensemble(network, n): n must be at least 1, but was 0
                          in:  ensemble(rnn(), 0)
                          try: ensemble(rnn(), 200)""");
        assertThatThrownBy(() -> ensemble((Rnn) null, 5))
                .hasMessageStartingWith("ensemble(network, n): a network must not be null\n");
        assertThatThrownBy(() -> ensemble(rnn(), 5).of(null)).hasMessage("""
                        of(number): the function must not be null
                          in:  ensemble(rnn(), 5).of(null)
                          try: of(net -> net.spectrum().radius())""");
        assertThatThrownBy(() -> of(1, 2).quantile(95)).hasMessage("""
                        quantile(p): p must be in 0..1, but was 95
                          in:  it.quantile(95)
                          try: quantile(0.95)""");
        assertThatThrownBy(() ->
                        ensemble(rnn(), 5).of(net -> net.unroll(0).gradNorms().norm(0)))
                .hasMessageStartingWith("unroll(T): T must be at least 1, but was 0 (at seed 0, point 1 of 5)\n");
    }
}
