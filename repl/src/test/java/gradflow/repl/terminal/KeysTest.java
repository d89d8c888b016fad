package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each key does to an entry, on a terminal made of streams. */
@Timeout(30)
class KeysTest {
    private static final String UP = "\033[A";
    private static final String DOWN = "\033[B";
    private static final String RIGHT = "\033[C";
    private static final String LEFT = "\033[D";
    private static final String END = "\033[F";
    private static final String ALT_F = "\033f";
    private static final String ALT_ENTER = "\033\r";
    private static final String CTRL_A = "\001";
    private static final String CTRL_R = "\022";
    private static final String SHIFT_TAB = "\033[Z";
    private static final String ESCAPE = "\033";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> evaluated = new ArrayList<>();
    private Preferences preferences = new Preferences(Theme.BOTH, false, true);
    private String[] history = {"rnn().tanh()", "var a = 1", "f(\n  1)", "rnn().relu()"};

    @Test
    void upBringsEarlierEntriesAndDownReturns() throws IOException {
        assertThat(typed(UP)).isEqualTo("rnn().relu()");
        assertThat(typed(UP + UP + UP)).isEqualTo("var a = 1");
        assertThat(typed(UP + UP + DOWN)).isEqualTo("rnn().relu()");
        assertThat(typed("x" + LEFT + UP + DOWN)).isEqualTo("x");
    }

    @Test
    void upSearchesForWhatWasTyped() throws IOException {
        assertThat(typed("rnn" + UP + UP)).isEqualTo("rnn().tanh()");
        assertThat(typed("rnn" + UP + UP + UP + UP)).isEqualTo("rnn().tanh()");
        assertThat(typed("rnn" + UP + DOWN)).isEqualTo("rnn");
        assertThat(typed("nosuch" + UP)).isEqualTo("nosuch");
    }

    @Test
    void anEarlierEntryThatIsTheSameIsPassedOver() throws IOException {
        history = new String[] {"net.why()", "net"};

        assertThat(typed("net" + UP)).isEqualTo("net.why()");
        assertThat(typed("net" + RIGHT)).isEqualTo("net.why()");
    }

    @Test
    void upMovesInsideAnEntryOfSeveralLines() throws IOException {
        assertThat(typed("a(\r1" + UP + "b" + DOWN + ")")).isEqualTo("a(b\n  1)");
        assertThat(typed(UP + UP + LEFT + UP + "g"))
                .as("after a move, in the recalled entry too")
                .isEqualTo("f(g\n  1)");
    }

    @Test
    void ctrlRSearchesAnywhere() throws IOException {
        assertThat(typed(CTRL_R + "a =" + RIGHT)).isEqualTo("var a = 1");
    }

    @Test
    void ctrlRFindsAMatchBehindTheFirstOneInTheSameEntry() throws IOException {
        // The first r is not the one that "re" begins at.
        assertThat(typed(CTRL_R + "rel" + RIGHT)).isEqualTo("rnn().relu()");
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("bck-i-search: ")
                .doesNotContain("failing");
        assertThat(typed(CTRL_R + "nosuch" + RIGHT)).isNotEqualTo("nosuch");
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("failing");
    }

    @Test
    void shiftTabGivesTheValueANameOrMakesAMethodOfIt() throws IOException {
        assertThat(typed("1 + 1;" + SHIFT_TAB + "vsum")).isEqualTo("var sum = 1 + 1");
        assertThat(typed("1 + 1" + SHIFT_TAB + "msum")).isEqualTo("int sum() { return 1 + 1; }");
        assertThat(typed("run()" + SHIFT_TAB + "mgo")).isEqualTo("void go() { run(); }");
        assertThat(typed("1" + SHIFT_TAB + "x")).isEqualTo("1");
    }

    @Test
    void shiftTabImportsWhatIsMeant() throws IOException {
        assertThat(typed("Duration" + SHIFT_TAB + "i.ZERO")).isEqualTo("Duration.ZERO");
        assertThat(evaluated).containsExactly("import java.time.Duration");
        evaluated.clear();

        assertThat(typed("Document" + SHIFT_TAB + "i2")).isEqualTo("Document");
        assertThat(evaluated).containsExactly("import org.w3c.dom.Document");
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("1  import javax.swing.text.Document");
        evaluated.clear();

        assertThat(typed("Document" + SHIFT_TAB + "i0")).isEqualTo("Document");
        assertThat(typed("nosuch" + SHIFT_TAB + "i")).isEqualTo("nosuch");
        assertThat(evaluated).isEmpty();
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("nothing to import fits here");
    }

    @Test
    void theRestOfAnEarlierEntryIsTakenByRightOrEnd() throws IOException {
        assertThat(typed("rnn().t" + RIGHT)).isEqualTo("rnn().tanh()");
        assertThat(typed("va" + END)).isEqualTo("var a = 1");
        assertThat(typed("va" + ALT_F)).isEqualTo("var");
        assertThat(typed("va" + ALT_F + ALT_F)).isEqualTo("var a");
        assertThat(typed("f" + RIGHT)).isEqualTo("f(\n  1)");
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("v\033[2mar a = 1", "\033[2m( ...");
    }

    @Test
    void rightGoesRightInsideAnEntry() throws IOException {
        assertThat(typed("rnn().t" + CTRL_A + RIGHT + "x")).isEqualTo("rxnn().t");
    }

    @Test
    void linesAreIndentedByThemselves() throws IOException {
        assertThat(typed("if (a) {\rb(\r1);\r}")).isEqualTo("if (a) {\n  b(\n    1);\n}");
        assertThat(typed("a" + ALT_ENTER + "  .b" + ALT_ENTER + ".c")).isEqualTo("a\n  .b\n  .c");
    }

    @Test
    void aNameOfLaTeXBecomesASign() throws IOException {
        assertThat(typed("var \\rho\t = 1")).isEqualTo("var ρ = 1");
        assertThat(typed("\"\\nabla\t h\\_t\t\"")).isEqualTo("\"∇ hₜ\"");
    }

    @Test
    void theKeysOfVi() throws IOException {
        preferences = new Preferences(Theme.BOTH, true, true);

        assertThat(typed("abc" + ESCAPE + "0ix" + ESCAPE + "$ay")).isEqualTo("xabcy");
    }

    private String typed(String keys) throws IOException {
        DumbTerminal terminal = new DumbTerminal(
                "test",
                "xterm",
                new ByteArrayInputStream((keys + "\r").getBytes(StandardCharsets.UTF_8)),
                shown,
                StandardCharsets.UTF_8);
        terminal.setSize(Size.of(80, 24));
        Editor editor = new Editor(terminal, new Brackets(), Optional.empty(), preferences);
        editor.evaluatesBy(evaluated::add);
        for (String entry : history) {
            editor.remember(entry);
        }
        Typed typed = editor.read();
        return typed instanceof Typed.Entry entry ? entry.text() : typed.toString();
    }

    /** Whatever has more brackets that open than that close is incomplete. */
    private static final class Brackets extends NoLanguage {
        @Override
        public boolean isIncomplete(String entry) {
            return entry.chars()
                            .map(c -> c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0)
                            .sum()
                    > 0;
        }

        @Override
        public String type(String expression) {
            return expression.equals("1 + 1") ? "int" : "";
        }

        @Override
        public List<String> importable(String before) {
            return switch (before) {
                case "Duration" -> List.of("java.time.Duration");
                case "Document" -> List.of("javax.swing.text.Document", "org.w3c.dom.Document");
                default -> List.of();
            };
        }
    }
}
