package gradflow.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionsTest {
    @Test
    void whatLiesOffTheAxisIsCounted() {
        assertThat(Plots.odd().notes())
                .containsExactly(
                        "1 of 6 points is exactly 0 (▽), at t = 0",
                        "1 of 6 points is ∞ (△), at t = 3",
                        "1 of 6 points is undefined, a gap, at t = 2");
    }

    @Test
    void stretchesAreSaidAsSuchAndOnlyTheFirstFew() {
        assertThat(Plots.norms(Plots.series("a", 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0))
                        .notes())
                .containsExactly("7 of 11 points are exactly 0 (▽), at t = 0..2, 4, 6, 8, …");
    }

    @Test
    void amongSeveralSeriesTheNameIsSaid() {
        assertThat(Plots.norms(Plots.series("a", 1, -1), Plots.series("b", 1)).notes())
                .containsExactly("a: 1 of 2 points is negative, shown by the modulus, at t = 1");
    }

    @Test
    void onAnAxisOfValuesZeroIsAPlace() {
        Plot plot = Plot.curves(
                "t",
                "e",
                Axis.linear("t"),
                Axis.linear("y"),
                List.of(Plots.series("a", 0, -1, Double.NEGATIVE_INFINITY)));
        assertThat(plot.notes()).containsExactly("1 of 3 points is -∞ (▽), at t = 2");
    }

    @Test
    void nothingOddNothingSaid() {
        assertThat(Plots.norms(Plots.series("a", 1, 2)).notes()).isEmpty();
    }
}
