package gradflow.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Scaled;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPlotTest {
    @Test
    void zeroInfinityAndAGapInAscii() {
        assertThat(Plots.odd().text(40, 18, false)).isEqualTo("""
                ||dL/dh_t|| of a network
                rnn().unroll(4).gradNorms()

                ||dL/dh_t||
                1e+00 +-------------------^-----------**
                      |                             **
                      |                           **
                1e-02 +                          *
                      |
                1e-04 +v     *
                      ++------------+------------+------
                       0            2            4
                                       t

                1 of 6 points is exactly 0 (v), at t = 0
                1 of 6 points is inf (^), at t = 3
                1 of 6 points is undefined, a gap, at t
                = 2""");
    }

    @Test
    void zeroInfinityAndAGapInBraille() {
        assertThat(Plots.odd().text(40, 18, true)).isEqualTo("""
                ‖∂L/∂h_t‖ of a network
                rnn().unroll(4).gradNorms()

                ‖∂L/∂h_t‖
                 10⁰ ┤⠁⠈⠀⠁⠈⠀⠁⠈⠀⠁⠈⠀⠁⠈⠀⠁⠈⠀⠁⠈△⠁⠈⠀⠁⠈⠀⠁⠈⠀⠁⠈⡠⠋
                     │⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⢀⠤⠊⠀⠀
                     │⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⢀⠔⠁⠀⠀⠀⠀
                10⁻² ┤⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠁⠀⠀⠀⠀⠀⠀
                     │⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
                10⁻⁴ ┤▽⠀⠀⠀⠀⠀⢀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
                     └┬────────────┬─────────────┬──────
                      0            2             4
                                      t

                1 of 6 points is exactly 0 (▽), at t = 0
                1 of 6 points is ∞ (△), at t = 3
                1 of 6 points is undefined, a gap, at t
                = 2""");
    }

    @Test
    void severalSeriesCarryLetters() {
        Plot plot = Plots.norms(Plots.series("tanh", 1e-8, 1e-4, 1), Plots.series("lstm", 1, 1, 1));
        assertThat(plot.text(40, 16, true)).isEqualTo("""
                ‖∂L/∂h_t‖ of a network
                rnn().unroll(4).gradNorms()

                ‖∂L/∂h_t‖
                 10⁰ ┤b⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉b⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⢉⣉⠭⠛⠉
                     │⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⣀⠤⠔⠊⠁⠀⠀⠀⠀
                     │⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⣀⡠⠔⠊⠉⠀⠀⠀⠀⠀⠀⠀⠀⠀
                     │⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⢀⡠a⠒⠉⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
                10⁻⁵ ┤⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⣀⡠⠔⠒⠉⠁⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
                     │⠀⠀⠀⠀⠀⣀⠤⠔⠊⠉⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
                     │a⠤⠒⠊⠉⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀
                     └┬────────────────┬───────────────┬
                      0                1               2
                                      t

                a tanh   b lstm""");
        assertThat(plot.text(40, 16, false)).isEqualTo("""
                ||dL/dh_t|| of a network
                rnn().unroll(4).gradNorms()

                ||dL/dh_t||
                1e+00 +bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbaaa
                      |                        aaaaaa
                      |                   aaaaa
                      |              aaaaa
                1e-05 +        aaaaaa
                      |   aaaaa
                      |aaa
                      ++---------------+---------------+
                       0               1               2
                                       t

                a tanh   b lstm""");
    }

    @Test
    void theUnitCircleIsRound() {
        assertThat(Plots.eigenvalues(0.5, 0.5, 0.5, -0.5).text(40, 16, false)).isEqualTo("""
                spectrum of W
                spectrum(w)

                Im lambda
                 1 +     ........
                   |  ...        ...
                   | ..          * ..
                   |..              ..
                 0 +.                .
                   |..              ..
                   | ..          * ..
                   |  ...        ...
                -1 +     ........
                   ++--------+-------+
                   -1        0       1
                        Re lambda""");
    }

    @Test
    void ofAPointFarOutsideADouble() {
        Series far = new Series(
                "w",
                List.of(
                        new Series.Point(Scaled.of(0), new Scaled(1, -100_000)),
                        new Series.Point(Scaled.of(1), Scaled.of(1))));
        assertThat(Plots.norms(far).text(60, 16, true)).contains("10⁻²⁰⁰⁰⁰ ┤", "     10⁰ ┤");
        assertThat(Plots.norms(far).text(60, 16, false)).contains("1e-20000 +", "   1e+00 +");
    }

    @Test
    void blankCellsAreBraille() {
        assertThat(Plots.odd().text(40, 18, true).lines().filter(line -> line.contains("│")))
                .isNotEmpty()
                .allMatch(line -> !line.substring(line.indexOf('│')).contains(" "));
    }
}
