package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Scaled;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextRendererTest {
    @Test
    void reportAtTheUsualWidth() {
        assertThat(Reports.gradNorms(20).text()).isEqualTo("""
                        rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
                        ρ(W_hh) = 0.630   ‖W_hh‖₂ = 0.640   T = 20   seed 0

                         t  ‖∂L/∂h_t‖  ratio   log₁₀
                         1  2.366e-04  0.631  -3.626  ▏
                         2  3.749e-04  0.631  -3.426  ██
                         3  5.940e-04  0.631  -3.226  ████▏
                         4  9.413e-04  0.630  -3.026  ██████▏
                         5  1.493e-03  0.632  -2.826  ████████▏
                         6  2.364e-03  0.631  -2.626  ██████████▏
                         7  3.745e-03  0.631  -2.427  ████████████▎
                         8  5.939e-03  0.631  -2.226  ██████████████▎
                         9  9.409e-03  0.631  -2.026  ████████████████▎
                        10  1.491e-02  0.630  -1.827  ██████████████████▍
                        11  2.365e-02  0.630  -1.626  ████████████████████▍
                        12  3.752e-02  0.629  -1.426  ██████████████████████▍
                        13  5.961e-02  0.628  -1.225  ████████████████████████▌
                        14  9.493e-02  0.626  -1.023  ██████████████████████████▌
                        15  1.517e-01  0.622  -0.819  ████████████████████████████▋
                        16  2.440e-01  0.614  -0.613  ██████████████████████████████▊
                        17  3.971e-01  0.605  -0.401  ████████████████████████████████▉
                        18  6.562e-01  0.587  -0.183  ███████████████████████████████████▏
                        19  1.117e+00  0.558   0.048  █████████████████████████████████████▍
                        20  2.000e+00          0.301  ████████████████████████████████████████

                        Vanishing: each step back leaves 0.63 of ‖∂L/∂h_t‖, close to ρ(W_hh), and 20
                        steps leave 7.5e-05.""");
    }

    @Test
    void asciiHasASpellingForEverySign() {
        assertThat(Reports.gradNorms(3).text(TextStyle.columns(80).ascii())).isEqualTo("""
                        rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
                        rho(W_hh) = 0.630   ||W_hh||_2 = 0.640   T = 20   seed 0

                         t  ||dL/dh_t||  ratio   log10
                        18    6.562e-01  0.587  -0.183  #####################
                        19    1.117e+00  0.558   0.048  ##############################
                        20    2.000e+00          0.301  ########################################

                        Vanishing: each step back leaves 0.63 of ||dL/dh_t||, close to rho(W_hh), and 20
                        steps leave 7.5e-05.""");
    }

    @Test
    void barsCanBeLeftOut() {
        assertThat(Reports.gradNorms(3).text(TextStyle.usual().noBars())).isEqualTo("""
                        rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
                        ρ(W_hh) = 0.630   ‖W_hh‖₂ = 0.640   T = 20   seed 0

                         t  ‖∂L/∂h_t‖  ratio   log₁₀
                        18  6.562e-01  0.587  -0.183
                        19  1.117e+00  0.558   0.048
                        20  2.000e+00          0.301

                        Vanishing: each step back leaves 0.63 of ‖∂L/∂h_t‖, close to ρ(W_hh), and 20
                        steps leave 7.5e-05.""");
    }

    @Test
    void forEarsEachRowIsALineInWords() {
        assertThat(Reports.gradNorms(3).text(TextStyle.usual().forEars())).isEqualTo("""
                        rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
                        ρ(W_hh) = 0.630   ‖W_hh‖₂ = 0.640   T = 20   seed 0

                        t 18: norm of ∂L/∂h_t 6.562e-01, ratio 0.587, log₁₀ -0.183
                        t 19: norm of ∂L/∂h_t 1.117e+00, ratio 0.558, log₁₀ 0.048
                        t 20: norm of ∂L/∂h_t 2.000e+00, log₁₀ 0.301

                        Vanishing: each step back leaves 0.63 of ‖∂L/∂h_t‖, close to ρ(W_hh), and 20
                        steps leave 7.5e-05.""");
    }

    @Test
    void mantissasAndExponentsStandUnderEachOtherOverEightThousandDecades() {
        assertThat(Reports.gradNorms(
                                List.of(
                                        Scaled.of(3.2e-31)
                                                .times(Scaled.of(1e-250).power(16)),
                                        Scaled.of(1e-5),
                                        Scaled.of(1),
                                        Scaled.of(1e250).power(16)),
                                0)
                        .text())
                .isEqualTo("""
                        rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
                        ρ(W_hh) = 0.630   ‖W_hh‖₂ = 0.640   T = 20   seed 0

                        t    ‖∂L/∂h_t‖        ratio      log₁₀
                        0  3.200e-4031  3.200e-4026  -4030.495  ▏
                        1  1.000e-05    1.000e-05       -5.000  ████████████████████
                        2  1.000e+00    1.000e-4000      0.000  ████████████████████▏
                        3  1.000e+4000                4000.000  ████████████████████████████████████████

                        Vanishing: each step back leaves 0.63 of ‖∂L/∂h_t‖, close to ρ(W_hh), and 20
                        steps leave 7.5e-05.""");
    }

    @Test
    void wordsAmongNumbersStandToTheRight() {
        assertThat(Reports.everything().text()).isEqualTo("""
                        every kind of cell
                        quiz()
                        seed 7

                        text                               x                    n
                        a|b *c* <d> & "e"      0.631                           12
                        σ_max, ρ^(T-t)         1.5e-09                       none
                        日本語                     undefined                   -3
                        50 % of $x_y$ C:\\new   0
                        [i]                    ∞                                0
                                              -∞                                1
                                              -3.76858e-6021  9223372036854775807""");
    }

    @Test
    void noFactsLeaveNoLine() {
        Report report = Report.of(
                "a title",
                List.of(),
                Table.of(List.of(), List.of()),
                List.of("an end"),
                new Provenance("a title", "by hand"));
        assertThat(report.text()).isEqualTo("a title\n\nan end");
    }

    @Test
    void aTableWithoutRowsSaysSo() {
        assertThat(Reports.table("t", List.of(Column.of("a"), Column.of("b")), List.of())
                        .text())
                .isEqualTo("""
                        t
                        quiz()
                        seed 7

                        a  b
                        no rows""");
    }

    @Test
    void aReportNeedsNoTable() {
        assertThat(Reports.table("t", List.of(), List.of()).text()).isEqualTo("""
                        t
                        quiz()
                        seed 7""");
    }

    @Test
    void oneRowHasAFullBar() {
        assertThat(Reports.gradNorms(1).text(TextStyle.columns(40))).contains("20  2.000e+00         0.301  ███");
    }

    @Test
    void toStringIsTheText() {
        assertThat(Reports.gradNorms(20)).hasToString(Reports.gradNorms(20).text());
    }

    @Test
    void theExpressionStandsUnderATitleThatHasItNot() {
        Report report = Report.of(
                "Gradient norms",
                List.of(),
                Reports.gradNorms(3).table(),
                List.of(),
                Reports.gradNorms(3).provenance());
        assertThat(report.text().lines().limit(2)).containsExactly("Gradient norms", Reports.EXPRESSION);
    }
}
