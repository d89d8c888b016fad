package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
    private static final Outcome WELL = new Outcome.Value("$1", 1, false);
    private static final Outcome THREW = new Outcome.Thrown(new ArithmeticException(), 1, List.of(), "");

    private final Chain chain = new Chain();

    @Test
    void aLineWithALeadingDotGoesOnWithTheEntryBefore() {
        chain.learn("rnn()", WELL, false);

        assertThat(chain.whole(".hidden(4)")).isEqualTo("rnn()\n.hidden(4)");
    }

    @ParameterizedTest
    @ValueSource(strings = {".hidden(4)", "  .hidden(4)", "// four\n.hidden(4)", "/* a\nb */ . hidden(4)", "\n\n.h()"})
    void blanksAndCommentsMayComeFirst(String link) {
        assertThat(Chain.isLink(link)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".42", "a.b()", "// .hidden(4)", "1 + .5", "", "/* .a() */"})
    void aNumberOrACommentIsNoLink(String other) {
        assertThat(Chain.isLink(other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "// word", "/* a\nb */", "\n// a\n\n// b\n"})
    void blanksAndCommentsAreNothing(String entry) {
        assertThat(Chain.isNothing(entry)).isTrue();
    }

    @Test
    void aLinkThatThrowsIsReplacedByTheNextOne() {
        chain.learn("rnn()", WELL, false);
        chain.learn("rnn()\n.hidden(0)", THREW, true);

        assertThat(chain.whole(".hidden(1)")).isEqualTo("rnn()\n.hidden(1)");
    }

    @Test
    void aLinkThatDoesNotCompileIsReplacedByTheNextOne() {
        chain.learn("rnn()", WELL, false);
        chain.learn("rnn()\n.hiden(4)", rejected("cannot find symbol: method hiden(int)"), true);

        assertThat(chain.before()).isEqualTo("rnn()");
    }

    @Test
    void aChainThatHasNotYetTheDeclaredTypeGoesOn() {
        Outcome notYet = rejected("incompatible types: String cannot be converted to int");
        chain.learn("int n = \"a\"", notYet, false);
        chain.learn("int n = \"a\"\n.repeat(3)", notYet, true);

        assertThat(chain.whole(".length()")).isEqualTo("int n = \"a\"\n.repeat(3)\n.length()");
    }

    @Test
    void nothingGoesOnAfterADeclarationOfAMethod() {
        chain.learn("rnn()", WELL, false);
        chain.learn("void f() {}", new Outcome.Declared("method void f()", List.of()), false);

        assertThat(chain.isContinuedBy(".hidden(4)")).isFalse();
        assertThat(chain.whyNot()).endsWith("there is none");
    }

    @Test
    void aSemicolonEndsAChain() {
        chain.learn("rnn();", WELL, false);

        assertThat(chain.isContinuedBy(".hidden(4)")).isFalse();
        assertThat(chain.whyNot()).endsWith("ends with a semicolon");
    }

    private static Outcome rejected(String message) {
        return new Outcome.Rejected(List.of(new Outcome.Problem(0, 1, message)));
    }
}
