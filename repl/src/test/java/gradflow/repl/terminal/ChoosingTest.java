package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code /set} chooses, and whole values, comparisons and explanations, typed in whole sessions. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChoosingTest {
    private static final String NORMS = "scalar(0.3).linear().unroll(2).gradNorms()";

    @BeforeEach
    void forget() {
        PlainSession.forget();
    }

    @Test
    void setAloneListsAllWithTheirValues() throws IOException {
        assertThat(session("/set"))
                .contains(
                        "  digits   6         significant digits of numbers, 1 to 17; tables have their own until it is set\n")
                .contains("  images   off       a plot as an image, in terminals that can show one\n")
                .contains("  keys     emacs     how a line is edited\n")
                .contains("  editor   none      what /edit opens\n");
        assertThat(session("/set keys")).contains("  keys     emacs     how a line is edited\n  one of: emacs, vi\n");
    }

    @Test
    void digitsHoldForNumbersArraysAndTables() throws IOException {
        assertThat(session("/set digits 3", "1 / 3.0", "new double[] {1 / 3.0, 2}", NORMS))
                .contains("digits 3\n", "$1 = 0.333\n", "$2 = [0.33, 2.00]\n", "0   9.00e-02  0.300");
        assertThat(session("/set digits 17", "0.1 + 0.2", NORMS))
                .contains("= 0.30000000000000004\n", "8.9999999999999997e-02");
        assertThat(session("/set digits=10", "1 / 3.0")).contains("= 0.3333333333\n");
        assertThat(session("/set digits 0")).contains("/set: digits is a number from 1 to 17, not 0\n");
        assertThat(session("/set digits many")).contains("/set: digits is a number from 1 to 17, not many\n");
    }

    @Test
    void barsSignsAndThemes() throws IOException {
        assertThat(session(NORMS + ";", "/set bars off", "_1"))
                .contains("bars off\n")
                .doesNotContain("██");
        assertThat(session("/set signs ascii", NORMS)).contains("||dL/dh_t||").doesNotContain("‖");
        assertThat(session("/set theme dark"))
                .contains("/set: colours are off: --color always, or without NO_COLOR, has them on\n");
        assertThat(on("xterm", "/set theme dark", "/set theme blue"))
                .contains("theme dark\n", "/set: theme is one of both, dark, light, not blue\n");
        assertThat(session("/set keys nano")).contains("/set: keys is one of emacs, vi, not nano\n");
    }

    @Test
    void viKeysHoldFromTheNextLineOn() throws IOException {
        assertThat(on("xterm", "/set keys vi", "2220 + 1\0330xxx"))
                .contains("keys vi\n")
                .contains("$1 = 1\n");
    }

    @Test
    void whatIsNotThereGetsTheNearest() throws IOException {
        assertThat(session("/set digit 4")).contains("/set: nothing is called digit; did you mean /set digits?\n");
        assertThat(session("/set feedback verbose"))
                .contains(
                        "/set feedback: there is one way of answering; a semicolon at the end keeps an entry quiet\n");
        assertThat(session("/set truncation 80"))
                .contains("/set truncation: tables and arrays fit the terminal; /show has the whole\n");
        assertThat(session("/set nosuch")).contains("/set: nothing is called nosuch; /set lists what can be chosen\n");
    }

    @Test
    void tabCompletesCommandsAndWhatFollowsThem() throws IOException {
        assertThat(on("xterm", "/set di\t 3")).contains("digits 3\n");
        assertThat(on("xterm", "/set keys v\t")).contains("keys vi\n");
        assertThat(on("xterm", "/list -st\t")).contains("s1 : import static gradflow.Gradflow.*;\n");
        assertThat(on("xterm", "int uncommon = 7", "/vars unc\t")).contains("int uncommon = 7\n");
        assertThat(on("xterm", "/help /cop\t"))
                .contains("/copy md|tex|csv|html|json|svg|text [file] [of expression]\n");
        assertThat(on("xterm", "/comp\trnn() lstm() 3")).contains("compare(rnn(), lstm()).unroll(3).gradNorms()");
    }

    @Test
    void showHasTheWhole() throws IOException {
        assertThat(session("scalar(0.5).linear().unroll(60).gradNorms();", "/show")
                        .lines())
                .contains(" 0  8.674e-19  0.500  -18.062  ▏")
                .hasSizeGreaterThan(65);
        assertThat(session("var w = new double[30][30];", "/show w").lines().filter(line -> line.startsWith("0  0  0")))
                .hasSize(30);
        assertThat(session("/show new int[300]")).contains("0, 0]\n").doesNotContain("…");
        assertThat(session("/show")).contains("error: _ is the last value, and there is none yet\n");
    }

    @Test
    void showTurnsPagesWhereTheTerminalCan() throws IOException {
        assertThat(on("xterm", "scalar(0.5).linear().unroll(60).gradNorms();", "/show", " q\"af\" + \"ter\""))
                .contains("1-23 of 68", "24-46 of 68", "= \"after\"\n");
    }

    @Test
    void aPlotIsBrailleOrAnImage() throws IOException {
        assertThat(session(NORMS + ".plot()")).containsPattern("[\u2801-\u28ff]");
        assertThat(on("xterm", "/set images kitty", NORMS + ".plot()"))
                .containsPattern("\\$\\d+ =[^\\n]*\\R\033_Gf=100,a=T,q=2,m=1;")
                .doesNotContainPattern("[\u2801-\u28ff]");
        assertThat(on("xterm", "/set images on")).contains("/set: this terminal doesn't say that it can show images");
    }

    @Test
    void networksAreComparedOverTheSameInputs() throws IOException {
        assertThat(session("var a = rnn()", "/compare a lstm() 5"))
                .contains("compare(a, lstm()).unroll(5).gradNorms()\n", "t        rnn       lstm\n");
        assertThat(session("/compare rnn().hidden(2), rnn() .relu()"))
                .contains("compare(rnn().hidden(2), rnn() .relu()).unroll(20).gradNorms()\n");
    }

    @Test
    void answersAreComparedInOneTable() throws IOException {
        assertThat(session("var a = scalar(0.5).linear().unroll(3);", "var b = " + NORMS + ";", "/compare a b"))
                .contains("a beside b\n")
                .contains("a: ρ(W_hh) = 0.500")
                .contains("t  ‖∂L/∂h_t‖ a  ‖∂L/∂h_t‖ b  ratio a  ratio b  log₁₀ a  log₁₀ b\n")
                .contains("0    1.250e-01    9.000e-02    0.500    0.300   -0.903   -1.046\n")
                .contains("3    1.000e+00                                   0.000\n")
                .contains("b: vanishing: ×0.3 a step");
    }

    @Test
    void otherValuesStandBesideEachOther() throws IOException {
        assertThat(session("/compare identity(1).sample(2), new double[][] {{2, 0}, {0, 2}}"))
                .contains("a      b\n1  0   2  0\n0  1   0  2\n");
        assertThat(session("/compare 1")).contains("/compare: which two? for example: /compare rnn() lstm()\n");
        assertThat(session("/compare 1 nosuch")).contains("error: cannot find symbol: variable nosuch\n");
    }

    @Test
    void aVerdictIsExplained() throws IOException {
        for (String asked : new String[] {"", ".gradNorms()", ".jacobians()", ".why()", ".diagnose()"}) {
            assertThat(session("rnn().whh(identity(0.5)).unroll(20)" + asked + ";", "/explain"))
                    .as(asked)
                    .contains("/explain\nrnn().whh(identity(0.5)).unroll(20)\nvanishing: ")
                    .contains("Little of what the loss says gets back")
                    .contains("what that rests on:\n  rate per step 0.4994: the mean factor of one step back\n")
                    .contains("what helps, tried on this run:\n  .whhTimes(");
        }
        assertThat(session("/explain rnn()")).contains("rnn().unroll(20)\nvanishing: ");
        assertThat(session("1 + 1", "/explain")).contains("/explain: this value is of no network; ");
    }

    @Test
    void whateverCameLastIsExplained() throws IOException {
        assertThat(session("rnn().unroll(5).gradNorms();", "1 / 0", "/explain"))
                .contains("/explain\nArithmeticException: / by zero\n");
        assertThat(session("1 / 0", "rnn().unroll(5).gradNorms();", "/explain"))
                .contains("/explain\nrnn().unroll(5)\n");
        assertThat(session("/explain")).contains("/explain: there was no error and no value yet\n");
    }

    @Test
    void helpFitsASmallTerminalAndEachCommandHasItsOwn() throws IOException {
        String help = session("/help").split("/help\n", 3)[1].split("gradflow> ")[0];

        assertThat(help.lines()).hasSizeLessThanOrEqualTo(23).allMatch(line -> line.length() <= 39);
        assertThat(session("/help /copy"))
                .contains("/copy md|tex|csv|html|json|svg|text [file] [of expression]\n  the last value elsewhere: ");
        assertThat(session("/help /nosuch")).contains("/nosuch: no such command; /help lists them\n");
    }

    @Test
    void wordsOfOtherPromptsLeadToOurs() throws IOException {
        assertThat(session("%timeit rnn().hidden(2).unroll(2)"))
                .contains("here: /time rnn().hidden(2).unroll(2)\n", "first run: ");
        assertThat(session("whh?", "??whh")).contains("whh   asked of gru(), lstm(), rnn()\n");
        assertThat(session("!exit 3")).contains("status 3\n");
        assertThat(session("boolean no = false", "!no")).contains("= true\n");
    }

    private static String session(String... lines) throws IOException {
        return on(Terminal.TYPE_DUMB, lines);
    }

    private static String on(String type, String... lines) throws IOException {
        return PlainSession.typed(type, 100, Map.of("TERM", type), lines);
    }
}
