package gradflow.experiment;

import static gradflow.Gradflow.ginibre;
import static gradflow.Gradflow.ints;
import static gradflow.Gradflow.linspace;
import static gradflow.Gradflow.logspace;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.sweep;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.check.Refusal;
import gradflow.report.plot.Plot;
import gradflow.report.plot.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Sweep POWERS = sweep(
            "w",
            new double[] {0.5, 0.7, 0.9, 1.1, 1.5, 2},
            w -> scalar(w).linear().unroll(20).gradNorms().norm(0));

    @Test
    void aLinearUnitLeavesItsPower() {
        assertThat(POWERS.values())
                .containsExactly(
                        new double[] {
                            9.5367431640625e-7,
                            7.979226629761189e-4,
                            0.12157665459056935,
                            6.727499949325611,
                            3325.256730079651,
                            1048576
                        },
                        within(1e-9));
        assertThat(POWERS.value(0)).isEqualTo(9.5367431640625e-7);
        assertThat(POWERS.largest()).isEqualTo(1048576);
        assertThat(POWERS.largestAt()).isEqualTo(2);
        assertThat(POWERS.smallestAt()).isEqualTo(0.5);
    }

    @Test
    void aSettledTanhNetworkHasTheExponentLnOfItsRadius() {
        // B-36: g < 1, no inputs, h_0 = 0
        double radius = rnn().hidden(64).whh(ginibre(1)).spectrum().radius();
        Sweep exponents = sweep(
                "g",
                linspace(0.3, 0.8, 3),
                g -> rnn().hidden(64)
                        .whh(ginibre(g))
                        .inputs(zeros())
                        .unroll(1000)
                        .lyapunov(1)
                        .largest());
        for (int i = 0; i < 3; i++) {
            assertThat(exponents.value(i)).isEqualTo(Math.log(exponents.axis()[i] * radius), offset(1e-2));
        }
        assertThat(exponents.value(2) - exponents.value(0)).isEqualTo(Math.log(0.8 / 0.3), offset(1e-9));
    }

    @Test
    void theTableTellsWhatAPersonWantsToKnow() {
        assertThat(POWERS.toString()).isEqualTo("""
                value over w
                sweep("w", new double[] {0.5, 0.7, 0.9, 1.1, 1.5, 2}, w -> …)
                points = 6   smallest = 9.537e-07   largest = 1.049e+06

                  w      value
                0.5  9.537e-07  ▏
                0.7  7.979e-04  █████████▊
                0.9  1.216e-01  █████████████████
                1.1  6.727e+00  ██████████████████████▊
                1.5  3.325e+03  ███████████████████████████████▊
                2    1.049e+06  ████████████████████████████████████████

                smallest at w = 0.5, largest at w = 2
                value crosses 1 at w = 1.00501""");
        assertThat(sweep("T", ints(10, 20), T -> T - 12.0).named("spare").toString())
                .isEqualTo("""
                spare over T
                sweep("T", ints(10, 20), T -> …)
                points = 2   smallest = -2   largest = 8

                 T  spare
                10     -2
                20      8  ████████████████████████████████████████

                smallest at T = 10, largest at T = 20
                spare crosses 0 at T = 12""");
    }

    @Test
    void filesHaveAllDigits() {
        Sweep thirds = sweep("a b", new double[] {0.1}, a -> 1 / 3.0);
        assertThat(thirds.csv()).isEqualTo("a b,value\n0.1,0.3333333333333333");
        assertThat(thirds.json())
                .contains(
                        "\"expression\": \"sweep(\\\"a b\\\", new double[] {0.1}, x -> …)\"",
                        "[0.1, 0.3333333333333333]");
    }

    @Test
    void crossingsAreInterpolated() {
        assertThat(sweep("x", linspace(-2, 2, 5), x -> x * x - 2).crossings(0))
                .containsExactly(new double[] {-1 - 1 / 3.0, 1 + 1 / 3.0}, within(1e-15));
        assertThat(sweep("x", new double[] {3, 1, 2}, x -> x).crossings(2)).containsExactly(2);
        assertThat(sweep("x", linspace(0, 4, 5), x -> x == 0 || x == 4 ? 1 : 0).crossings(0))
                .containsExactly(1);
        assertThat(sweep("x", linspace(0, 2, 3), x -> x == 1 ? Double.NaN : x - 1)
                        .crossings(0))
                .isEmpty();
        assertThat(sweep("x", linspace(0, 1, 2), x -> x == 0 ? -1 : Double.POSITIVE_INFINITY)
                        .crossings(0))
                .containsExactly(0.5);
        assertThat(sweep("x", linspace(0, 1, 2), x -> x == 0 ? -1e308 : 1e308).crossings(0))
                .containsExactly(0.5);
        // on a scale of powers of ten by the logarithm
        assertThat(sweep("k", linspace(-3, 4, 2), k -> Math.pow(10, k)).crossings(1))
                .containsExactly(new double[] {0}, within(1e-15));
    }

    @Test
    void powersOfTenWhereTheValuesSpanThreeOfThem() {
        assertThat(scale(1, 999)).isEqualTo(Scale.LINEAR);
        assertThat(scale(1, 1000)).isEqualTo(Scale.LOGARITHMIC);
        assertThat(scale(0, 1, 1000)).isEqualTo(Scale.LOGARITHMIC);
        assertThat(scale(-1, 1, 1000)).isEqualTo(Scale.LINEAR);
        assertThat(scale(Double.NaN, Double.POSITIVE_INFINITY, 2)).isEqualTo(Scale.LINEAR);
        assertThat(scale(Double.NaN)).isEqualTo(Scale.LINEAR);
        assertThat(scale(1e-320, 1e308, Double.POSITIVE_INFINITY)).isEqualTo(Scale.LOGARITHMIC);
    }

    private static Scale scale(double... values) {
        return sweep("i", ints(0, 1, 2), i -> values[i % values.length])
                .plot()
                .y()
                .scale();
    }

    @Test
    void theAxisIsSpacedAsItsValuesAre() {
        assertThat(sweep("x", logspace(0.1, 10, 9), x -> x).plot().x().scale()).isEqualTo(Scale.LOGARITHMIC);
        assertThat(sweep("x", linspace(0.1, 10, 9), x -> x).plot().x().scale()).isEqualTo(Scale.LINEAR);
        assertThat(sweep("x", ints(1, 2, 5), x -> x).plot().x().scale()).isEqualTo(Scale.LINEAR);
    }

    @Test
    void aPictureGoesAlongItsAxisInWhateverOrderTheValuesCame() {
        Plot plot = sweep("x", new double[] {3, 1, 2, 2}, x -> x).plot();
        assertThat(plot.series().get(0).points().stream().map(point -> point.x().value()))
                .containsExactly(1.0, 2.0, 2.0, 3.0);
    }

    @Test
    void whatIsNotANumberIsToldOf() {
        Sweep odd = sweep("x", ints(1, 2, 3), x -> x == 1 ? Double.NaN : x == 2 ? Double.NEGATIVE_INFINITY : 5);
        assertThat(odd.smallest()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(odd.toString()).contains("smallest = -∞   largest = 5   undefined = 1", "1  undefined");
        assertThat(odd.plot().notes())
                .containsExactly("1 of 3 points is -∞ (▽), at x = 2", "1 of 3 points is undefined, a gap, at x = 1");
        assertThat(sweep("x", ints(1), x -> Double.NaN).largestAt()).isNaN();
    }

    @Test
    void neighboursOnTheAxisAreToldApart() {
        assertThat(sweep("w", new double[] {0.99999999, 1, 1.00000001}, w -> w).toString())
                .contains("\n0.99999999  ", "\n1.00000001  ");
    }

    @Test
    void pointsAreComputedInOrderAndOnce() {
        List<Double> seen = new ArrayList<>();
        Sweep sweep = sweep("x", new double[] {2, 1, 3}, x -> {
            seen.add(x);
            return x;
        });
        assertThat(sweep.report().text()).isEqualTo(sweep.toString());
        assertThat(seen).containsExactly(2.0, 1.0, 3.0);
    }

    @Test
    void aRefusalSaysAtWhichPointItCame() {
        assertThatThrownBy(() -> sweep(
                        "n",
                        ints(4, 0),
                        n -> rnn().hidden(n).unroll(3).gradNorms().norm(0)))
                .isInstanceOf(Refusal.class)
                .hasMessage("""
                        hidden(n): n must be at least 1, but was 0 (at n = 0, point 2 of 2)
                          in:  rnn().hidden(0)
                          try: hidden(1), the scalar case, where ∂h_T/∂h_0 can be checked by hand""");
        ArithmeticException fault = new ArithmeticException("mine");
        assertThatThrownBy(() -> sweep("n", ints(4, 0), n -> {
                    throw fault;
                }))
                .isSameAs(fault);
    }

    @Test
    void axesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> sweep("g", new double[0], g -> g)).hasMessage("""
                        sweep(name, values, …): at least one value is wanted
                          in:  sweep("g", new double[] {}, …)
                          try: sweep("g", linspace(0.5, 2, 31), …)""");
        assertThatThrownBy(() -> sweep("g", new double[] {1, Double.NaN}, g -> g))
                .hasMessage("""
                        sweep(name, values, …): each value must be a finite number, but was NaN
                          in:  sweep("g", new double[] {1, NaN}, …)
                          try: sweep("g", linspace(0.5, 2, 31), …)""");
        assertThatThrownBy(() -> sweep(null, ints(1))).hasMessage("""
                        sweep(name, values, …): name must not be null
                          in:  sweep(null, ints(1), …)
                          try: sweep("g", ints(10, 20, 50), …)""");
        assertThatThrownBy(() -> sweep("T", (int[]) null, T -> T)).hasMessageContaining("in:  sweep(\"T\", null, …)");
        assertThatThrownBy(() -> sweep("T", ints(1, 2), null)).hasMessage("""
                        sweep(name, values, …): the function must not be null
                          in:  sweep("T", ints(1, 2), null)
                          try: sweep("T", ints(1, 2), T -> …)""");
        assertThatThrownBy(() -> sweep("T", ints(1, 2), T -> T).value(2)).hasMessage("""
                        value(i): i must be in 0..1, but was 2
                          in:  sweep("T", ints(1, 2), T -> …).value(2)
                          try: value(1)""");
    }

    @Test
    void whatWasGivenAndWhatIsHandedOutAreCopies() {
        double[] values = {1, 2};
        Sweep sweep = sweep("x", values, x -> x);
        values[0] = 9;
        sweep.values()[0] = 9;
        sweep.axis()[1] = 9;
        assertThat(sweep.values()).containsExactly(1, 2);
        assertThat(sweep.axis()).containsExactly(1, 2);
    }

    @Test
    void aMillionPointsAreShownByThirty() {
        Sweep many = sweep("i", linspace(0, 1, 1_000_000), x -> x);
        assertThat(many.toString().lines()).hasSizeLessThan(50);
        assertThat(Arrays.stream(many.plot().toString().split("\n"))).hasSizeLessThan(30);
    }
}
