package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.report.text.Chain;
import gradflow.report.text.Wrap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WrapTest {

    @Test
    void whatFitsStaysOnItsLine() {
        assertThat(Wrap.chain(Reports.EXPRESSION, 80)).containsExactly(Reports.EXPRESSION);
        assertThat(Wrap.words("one two", 7)).containsExactly("one two");
    }

    @Test
    void aChainBreaksBeforeItsDots() {
        assertThat(Wrap.chain(Reports.EXPRESSION, 79))
                .containsExactly(
                        "rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20)", "    .gradNorms()");
    }

    @Test
    void callsInsideParenthesesBreakOnlyWhereTheyMust() {
        assertThat(Wrap.chain("compare(rnn().tanh(), lstm().hidden(8)).unroll(20).gradNorms()", 45))
                .containsExactly("compare(rnn().tanh(), lstm().hidden(8))", "    .unroll(20).gradNorms()");
        assertThat(Wrap.chain("compare(rnn().tanh(), lstm().hidden(8)).unroll(20).gradNorms()", 30))
                .containsExactly("compare(rnn().tanh(),", "    lstm().hidden(8))", "    .unroll(20).gradNorms()");
    }

    @Test
    void aBrokenChainIsStillTheSameExpression() {
        String quoted = "rnn().load(\"my file.v2(final).npz\").whh(matrix(new double[][] {{1, 2}, {3, 4}})).unroll(5)";
        for (int width = 1; width < 90; width++) {
            assertThat(String.join("", Wrap.chain(quoted, width)).replace(" ", ""))
                    .isEqualTo(quoted.replace(" ", ""));
            assertThat(Wrap.chain(quoted, width)).anyMatch(line -> line.contains("\"my file.v2(final).npz\""));
        }
    }

    @Test
    void decimalPointsAreNoDots() {
        assertThat(Chain.pieces("scale(0.5).x", 9)).containsExactly("scale(0.5).x");
    }

    @Test
    void wordsKeepTheirIndent() {
        assertThat(Wrap.words("  - try a smaller gain", 14)).containsExactly("  - try a", "  smaller gain");
        assertThat(Wrap.words("", 14)).containsExactly("");
    }

    @Test
    void aPieceIsNeverCut() {
        assertThat(Wrap.pieces(List.of("ρ(W_hh) = 0.630", "T = 20"), "   ", 5))
                .containsExactly("ρ(W_hh) = 0.630", "T = 20");
    }
}
