package gradflow.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TickTest {
    private static List<String> powers(double low, double high) {
        return Tick.of(Axis.logarithmic("y"), new Span(low, high), 7).stream()
                .map(Tick::label)
                .toList();
    }

    private static List<String> even(double low, double high) {
        return Tick.of(Axis.linear("x"), new Span(low, high), 7).stream()
                .map(Tick::label)
                .toList();
    }

    @Test
    void powersOfTenAreThinnedWhereThereAreMany() {
        assertThat(powers(-3.8, 0.3)).containsExactly("10^{-3}", "10^{-2}", "10^{-1}", "10^{0}");
        assertThat(powers(-12, 0))
                .containsExactly("10^{-12}", "10^{-10}", "10^{-8}", "10^{-6}", "10^{-4}", "10^{-2}", "10^{0}");
        assertThat(powers(-30102.9, 0)).containsExactly("10^{-30000}", "10^{-20000}", "10^{-10000}", "10^{0}");
    }

    @Test
    void aStepOfWhichOneMultipleIsInViewIsTooLarge() {
        assertThat(Tick.of(Axis.logarithmic("y"), new Span(-4.3, 4.4), 3).stream()
                        .map(Tick::label))
                .containsExactly("10^{-4}", "10^{-2}", "10^{0}", "10^{2}", "10^{4}");
        assertThat(powers(-19, 19)).containsExactly("10^{-10}", "10^{0}", "10^{10}");
    }

    @Test
    void lessThanTwoPowersOfTenInView() {
        assertThat(powers(-0.5, 0.5)).containsExactly("0.5", "1", "2");
        assertThat(powers(1.2, 2.2)).containsExactly("20", "50", "100");
    }

    @Test
    void evenStepsOfOneTwoOrFive() {
        assertThat(even(0, 20)).containsExactly("0", "5", "10", "15", "20");
        assertThat(even(-1, 1)).containsExactly("-1", "-0.5", "0", "0.5", "1");
        assertThat(even(0, 100_000)).containsExactly("0", "20000", "40000", "60000", "80000", "100000");
        assertThat(even(0.3, 0.31)).containsExactly("0.3", "0.302", "0.304", "0.306", "0.308", "0.31");
    }
}
