package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownRendererTest {

    @Test
    void aTableOfEveryKindOfCell() {
        assertThat(Reports.everything().markdown()).isEqualTo("""
                        **every kind of cell**

                        **quiz()**

                        seed 7

                        | text                  |              x |                   n |
                        | --------------------- | -------------: | ------------------: |
                        | a\\|b \\*c\\* \\<d> & "e" |          0.631 |                  12 |
                        | σ_max, ρ^(T-t)        |        1.5e-09 |                none |
                        | 日本語                |      undefined |                  -3 |
                        | 50 % of $x_y$ C:\\\\new |              0 |                     |
                        | \\[i\\]                 |              ∞ |                   0 |
                        |                       |             -∞ |                   1 |
                        |                       | -3.76858e-6021 | 9223372036854775807 |""");
    }

    @Test
    void aReport() {
        assertThat(Reports.gradNorms(3).markdown()).isEqualTo("""
                        **rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()**

                        ρ(W_hh) = 0.630 · ‖W_hh‖₂ = 0.640 · T = 20 · seed 0

                        |   t | ‖∂L/∂h_t‖ | ratio |  log₁₀ |
                        | --: | --------: | ----: | -----: |
                        |  18 | 6.562e-01 | 0.587 | -0.183 |
                        |  19 | 1.117e+00 | 0.558 |  0.048 |
                        |  20 | 2.000e+00 |       |  0.301 |

                        Vanishing: each step back leaves 0.63 of ‖∂L/∂h_t‖, close to ρ(W_hh), and 20 steps leave 7.5e-05.""");
    }

    @Test
    void whatMarkdownWouldTakeForItsOwnIsEscaped() {
        Report report = Report.of(
                "_a_ `b` [c]",
                List.of(),
                Table.of(List.of(), List.of()),
                List.of("- one", "1. two", "# three", "> four", "-3.5 is less than 2.5", "---", "", "&lt; ~ h_t x_ \\"),
                new Provenance("_a_ `b` [c]", 0, ""));
        assertThat(report.markdown()).isEqualTo("""
                        **\\_a\\_ \\`b\\` \\[c\\]**

                        seed 0

                        \\- one

                        1\\. two

                        \\# three

                        \\> four

                        -3.5 is less than 2.5

                        \\---

                        \\&lt; \\~ h_t x\\_ \\\\""");
    }
}
