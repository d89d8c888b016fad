package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradflow.report.text.DisplayWidth;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What becomes of a report that is wider than its terminal, and of a terminal that is wider than its report. */
final class TextWidthTest {
    @Test
    void reportAt40Columns() {
        assertThat(Reports.gradNorms(5).text(TextStyle.columns(40))).isEqualTo("""
                        rnn().hidden(4)
                            .whh(identity(0.5).plusNoise(0.05))
                            .tanh().unroll(20).gradNorms()
                        ρ(W_hh) = 0.630   ‖W_hh‖₂ = 0.640
                        T = 20   seed 0

                         t  ‖∂L/∂h_t‖  ratio   log₁₀
                        16  2.440e-01  0.614  -0.613  ▉
                        17  3.971e-01  0.605  -0.401  ███
                        18  6.562e-01  0.587  -0.183  █████▏
                        19  1.117e+00  0.558   0.048  ███████▌
                        20  2.000e+00          0.301  ██████████

                        Vanishing: each step back leaves 0.63 of
                        ‖∂L/∂h_t‖, close to ρ(W_hh), and 20
                        steps leave 7.5e-05.""");
    }

    @Test
    void aWideTerminalDoesNotStretchTheReport() {
        assertThat(Reports.gradNorms(5).text(TextStyle.columns(250))).isEqualTo("""
                        rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
                        ρ(W_hh) = 0.630   ‖W_hh‖₂ = 0.640   T = 20   seed 0

                         t  ‖∂L/∂h_t‖  ratio   log₁₀
                        16  2.440e-01  0.614  -0.613  ███▌
                        17  3.971e-01  0.605  -0.401  ███████████▉
                        18  6.562e-01  0.587  -0.183  ████████████████████▋
                        19  1.117e+00  0.558   0.048  █████████████████████████████▉
                        20  2.000e+00          0.301  ████████████████████████████████████████

                        Vanishing: each step back leaves 0.63 of ‖∂L/∂h_t‖, close to ρ(W_hh), and 20 steps leave 7.5e-05.""");
    }

    @Test
    void columnsOfNumbersMoveTogetherBeforeOneOfThemGoesBelow() {
        assertThat(bounds(34)).isEqualTo("""
                        t      ‖J‖  ≤ ‖W‖^(T−t)  ≈ ρ^(T−t)
                        0  5.0e-01      7.5e-01    2.5e-01""");
        assertThat(bounds(33)).isEqualTo(bounds(31)).isEqualTo("""
                        t     ‖J‖ ≤ ‖W‖^(T−t) ≈ ρ^(T−t)
                        0 5.0e-01     7.5e-01   2.5e-01""");
        assertThat(bounds(30)).isEqualTo(bounds(29)).isEqualTo("""
                        t     ‖J‖ ≤‖W‖^(T−t) ≈ρ^(T−t)
                        0 5.0e-01    7.5e-01  2.5e-01""");
        assertThat(bounds(28)).isEqualTo("""
                        t      ‖J‖  ≤ ‖W‖^(T−t)
                        0  5.0e-01      7.5e-01

                        t  ≈ ρ^(T−t)
                        0    2.5e-01""");
    }

    private static String bounds(int width) {
        Format format = Format.scientific(1);
        Table table = Table.of(
                List.of(
                        Column.of("t"),
                        Column.of("‖J‖", format),
                        Column.of("≤ ‖W‖^(T−t)", format),
                        Column.of("≈ ρ^(T−t)", format)),
                List.of(List.of(Cell.whole(0), Cell.real(0.5), Cell.real(0.75), Cell.real(0.25))));
        Report report = Report.of("bounds", List.of(), table, List.of(), new Provenance("t()", 0, "by hand"));
        String text = report.text(TextStyle.columns(width));
        return text.substring(text.indexOf("\n\n") + 2);
    }

    @Test
    void columnsThatDoNotFitBesideTheOthersFollowBelow() {
        assertThat(Reports.gradNorms(3).text(TextStyle.columns(12))).isEqualTo("""
                        rnn()
                            .hidden(4)
                            .whh(identity(0.5)
                            .plusNoise(0.05))
                            .tanh()
                            .unroll(20)
                            .gradNorms()
                        ρ(W_hh) = 0.630
                        ‖W_hh‖₂ = 0.640
                        T = 20
                        seed 0

                         t  ‖∂L/∂h_t‖
                        18  6.562e-01
                        19  1.117e+00
                        20  2.000e+00

                         t  ratio
                        18  0.587
                        19  0.558
                        20

                         t   log₁₀
                        18  -0.183
                        19   0.048
                        20   0.301

                        Vanishing:
                        each step
                        back leaves
                        0.63 of
                        ‖∂L/∂h_t‖,
                        close to
                        ρ(W_hh), and
                        20 steps
                        leave
                        7.5e-05.""");
    }

    @Test
    void textColumnsAreCutBeforeNumbersAre() {
        assertThat(Reports.everything().text(TextStyle.columns(30))).isEqualTo("""
                        every kind of cell
                        quiz()
                        seed 7

                        text                   x
                        a|b *c*…   0.631
                        σ_max,…    1.5e-09
                        日本語         undefined
                        50 % of…   0
                        [i]        ∞
                                  -∞
                                  -3.76858e-6021

                        text                        n
                        a|b *c*…                   12
                        σ_max,…                  none
                        日本語                     -3
                        50 % of…
                        [i]                         0
                                                    1
                                  9223372036854775807""");
    }

    @Test
    void whatIsToBeTypedGoesOnBelow() {
        Report report = Report.of(
                "t()",
                List.of(),
                Table.of(
                        List.of(Column.of("remedy"), Column.of("number"), Column.typed("line")),
                        List.of(
                                List.of(
                                        Cell.text("ReLU + identity"),
                                        Cell.whole(1234567890),
                                        Cell.text(".relu().whh(identity(1))")),
                                List.of(Cell.text("GRU"), Cell.whole(7), Cell.text("gru()")))),
                List.of(),
                new Provenance("t()", "by hand"));
        assertThat(report.text(TextStyle.columns(34))).isEqualTo("""
                        t()

                        remedy               number
                        ReLU + identity  1234567890
                        GRU                       7

                        remedy           line
                        ReLU + identity  .relu()
                                             .whh(identit…
                        GRU              gru()""");
        assertThat(report.text(TextStyle.columns(26)))
                .as("columns stand closer before a name is cut")
                .contains("""

                        remedy              number
                        ReLU + identity 1234567890
                        GRU                      7
                        """);
        assertThat(report.text(TextStyle.columns(54))).endsWith("""

                        remedy               number  line
                        ReLU + identity  1234567890  .relu().whh(identity(1))
                        GRU                       7  gru()""");
    }

    @Test
    void sentencesGoOnBelow() {
        Report report = Report.of(
                "t()",
                List.of(),
                Table.of(
                        List.of(Column.of("evidence"), Column.of("x"), Column.prose("says")),
                        List.of(
                                List.of(
                                        Cell.text("horizon"),
                                        Cell.whole(10),
                                        Cell.text("the steps back until 1 % of the signal is left")),
                                List.of(Cell.text("rate"), Cell.whole(2), Cell.text("the mean factor")))),
                List.of(),
                new Provenance("t()", "by hand"));
        assertThat(report.text(TextStyle.columns(40))).isEqualTo("""
                        t()

                        evidence   x  says
                        horizon   10  the steps back until 1 %
                                      of the signal is left
                        rate       2  the mean factor""");
    }

    @Test
    void noLineIsWiderThanATerminalThatIsWideEnoughForTheNumbers() {
        for (int width = 29; width <= 130; width++) {
            for (Report report : List.of(Reports.gradNorms(20), Reports.everything())) {
                assertThat(report.text(TextStyle.columns(width)).lines())
                        .as("width %d", width)
                        .allMatch(line -> line.equals(line.stripTrailing()))
                        .map(DisplayWidth::of)
                        .allMatch(fits(width));
            }
        }
    }

    private static Predicate<Integer> fits(int width) {
        return line -> line <= width;
    }

    @Test
    void aWidthBelowOneIsRefused() {
        assertThatThrownBy(() -> TextStyle.columns(0)).hasMessage("""
                        columns(n): n must be at least 1, but was 0
                          in:  TextStyle.columns(0)
                          try: columns(80), the usual width""");
    }
}
