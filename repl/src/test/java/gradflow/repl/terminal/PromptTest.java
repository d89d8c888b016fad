package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole sessions, on a plain terminal made of streams and with the real engine. */
class PromptTest {
    @BeforeAll
    static void forget() {
        PlainSession.forget();
    }

    @Test
    void theBannerHasThreeLinesAtMostAndEndsWithTheWayOut() throws IOException {
        String[] lines = session(80).split("gradflow> ", 2)[0].split("\n");

        assertThat(lines).hasSizeLessThanOrEqualTo(3);
        assertThat(lines[lines.length - 1]).contains("Ctrl-D leaves");
    }

    @Test
    void aValueIsShownWithItsName() throws IOException {
        assertThat(session(80, "2.366e-4 * 1")).contains(" = 0.0002366\n");
    }

    @Test
    void aSemicolonKeepsAnExpressionQuiet() throws IOException {
        assertThat(session(80, "\"lou\" + \"d\"", "\"qui\" + \"et\";"))
                .contains("loud")
                .doesNotContain("quiet");
    }

    @Test
    void aChainTypedLineByLineIsOneExpression() throws IOException {
        String shown = session(80, "var chain = \"ab\"", "", "// thrice", ".repeat(3)", "  .length()", "chain + 1");

        assertThat(shown)
                .contains("chain = \"ab\"\n")
                .contains("var chain = \"ab\".repeat(3)\n")
                .contains("chain = \"ababab\"\n")
                .contains("chain = 6\n")
                .contains(" = 7\n");
    }

    @Test
    void aCommentOfSeveralLinesMayStandInAChain() throws IOException {
        assertThat(session(80, "\"ab\"", "/* thrice,", "  no more */", ".repeat(3)"))
                .contains(" = \"ababab\"\n")
                .doesNotContain("error");
    }

    @Test
    void aResultFitsANarrowTerminal() throws IOException {
        String table = session(40, "powers(20, 0.5, 2)").split(" =\n", 2)[1].split("gradflow> ", 2)[0];

        assertThat(table).contains("∂h_T/∂h_0");
        assertThat(table.lines()).hasSizeGreaterThan(10).allMatch(line -> line.length() <= 40);
    }

    @Test
    void whatHelpSaysToTryCanBeTyped() throws IOException {
        String[] lines = session(80, "/help")
                .lines()
                .dropWhile(line -> !line.equals("try"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .toArray(String[]::new);

        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(session(80, lines)).contains("‖∂L/∂h_t‖").doesNotContain("error:");
    }

    @Test
    void aMistypedLinkCanBeTypedAgain() throws IOException {
        assertThat(session(80, "\"ab\"", ".repeet(3)", ".repeat(3)"))
                .contains("error: cannot find symbol: method repeet(int)")
                .contains("  .repeet(3)\n   ^^^^^^\n")
                .contains(" = \"ababab\"\n");
    }

    @Test
    void aLinkThatIsIncompleteGoesOn() throws IOException {
        assertThat(session(80, "\"ab\"", ".repeat(", "3)")).contains(" = \"ababab\"\n");
    }

    @Test
    void tabKnowsWhatALinkGoesOnWith() throws IOException {
        assertThat(session("ansi", "\"ab\"", ".isBl\t")).contains(" = false\n");
    }

    @Test
    void tabCompletesCommands() throws IOException {
        assertThat(session("ansi", "var here = 1", "/va\t")).contains("int here = 1\n");
    }

    @Test
    void aLinkWithNothingBeforeItSaysSo() throws IOException {
        assertThat(session(80, "class Alone {}", ".hidden(4)")).contains("and there is none\n");
    }

    @Test
    void anErrorStandsUnderItsPlaceOnANarrowTerminalToo() throws IOException {
        assertThat(session(40, "\"abcdefghijklmnopqrstuvwxyz\".hiden(4).toString().substring(3)"))
                .contains("  ...nopqrstuvwxyz\".hiden(4).toStrin...\n                    ^^^^^\n");
    }

    @Test
    void whatIsThrownIsShownWithThePersonsOwnLines() throws IOException {
        String shown = session(80, "int half(int n) { return n / 0; }", "half(2)");

        assertThat(shown)
                .contains("created method int half(int)\n")
                .contains(
                        "error: ArithmeticException: / by zero\n  int half(int n) { return n / 0; }\n  from  half(2)\n")
                .doesNotContain("\tat ");
    }

    @Test
    void anOpenLineIsEndedBeforeThePrompt() throws IOException {
        assertThat(session(80, "System.out.print(\"no end\")", "1")).contains("no end\ngradflow> ");
    }

    @Test
    void whatFollowsAnErrorIsNotRun() throws IOException {
        assertThat(session(80, "int one = 1; nosuch(); int two = 2", "one + 10"))
                .contains(" = 11\n")
                .contains("what follows it was not run\n")
                .doesNotContain("\ntwo = 2\n");
    }

    @Test
    void commandsAnswer() throws IOException {
        assertThat(session(80, "var listed = 1", "/vars", "/list", "/hlp", "/imports"))
                .contains("int listed = 1\n")
                .contains("\n   1 : var listed = 1\n")
                .contains("did you mean /help?")
                .contains("import static gradflow.Gradflow.*;");
    }

    @Test
    void resetForgets() throws IOException {
        assertThat(session(80, "var gone = 1", "/reset", "gone", ".x()"))
                .contains("cannot find symbol: variable gone")
                .contains("forgot");
    }

    @Test
    void exitLeavesUnlessThatIsAVariable() throws IOException {
        assertThat(session(80, "quit", "\"not\" + \"reached\"")).doesNotContain("notreached");
        assertThat(session(80, "var exit = 1", "exit", "\"rea\" + \"ched\"")).contains("reached");
        assertThat(session(80, "/reset", "/exit", "\"not\" + \"reached\"")).doesNotContain("notreached");
    }

    @Test
    void anEngineThatDoesNotStartIsOneLine() throws IOException {
        assertThat(PlainSession.withoutEngine(new IllegalStateException("no compiler"), "1"))
                .contains("the Java engine did not start: java.lang.IllegalStateException: no compiler\n");
    }

    @Test
    void aDumbTerminalIsSentNoEscapes() throws IOException {
        assertThat(session(80, "1 +", "2", "nosuch", "/help"))
                .contains(" = 3\n")
                .doesNotContain("\033");
    }

    private static String session(int columns, String... lines) throws IOException {
        return PlainSession.typed(columns, lines);
    }

    /** Tab is no key of a dumb terminal. */
    private static String session(String type, String... lines) throws IOException {
        return PlainSession.typed(type, 80, lines);
    }
}
