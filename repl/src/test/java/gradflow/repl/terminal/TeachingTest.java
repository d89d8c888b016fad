package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradflow.repl.completion.KnownNames;
import gradflow.repl.completion.Offer;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Suggestion;
import gradflow.repl.help.HelpIndex;
import gradflow.repl.session.Values;
import java.util.List;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person learns while typing, from the real engine and the index that the build made. */
@Timeout(60)
class TeachingTest {
    private static final Engine ENGINE = Engine.start();

    private final Language language =
            new JavaLanguage(() -> ENGINE, new Chain(), new Values(), new KnownNames(), () -> true);

    @BeforeAll
    static void theIndexIsNeeded() {
        assumeTrue(HelpIndex.isThere(), "compiled without the build that indexes the Javadoc");
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void eachModifierHasItsMeaningAndItsGroup() {
        assertThat(completions("rnn()."))
                .contains(
                        new Completion("hidden(", "hidden(n)", "sizes", "n hidden units; h_t has length n"),
                        new Completion("tanh()", "tanh()", "activation", "φ = tanh, the default"))
                .extracting(Completion::group)
                .contains("sizes", "weights", "activation", "input", "ask");
    }

    @Test
    void theTypeOfAChainIsFollowed() {
        assertThat(ENGINE.eval("var net = lstm()")).isNotNull();

        assertThat(texts("net.hidden(4).forg")).containsExactly("forgetBias(");
        assertThat(texts("rnn().whh(identity(0.5).plusN")).containsExactly("plusNoise(");
        assertThat(texts("net.unroll(3).gradNorms().verd")).containsExactly("verdict()");
        assertThat(texts("List.of(net).get(0).forg")).containsExactly("forgetBias(");
        assertThat(texts("Stream.of(rnn()).map(n -> n.hidd")).containsExactly("hidden(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rnn().",
                "lstm().hidden(4).",
                "gru().hidden(2).unroll(3).",
                "scalar(0.5).h0(1).",
                "rnn().whh(identity(0.5).plusNoise(0.1).",
                "rnn().whh(identity(0.5).plusNoise(0.1)).unroll(20).gradNorms().",
                "rnn().unroll(3).gradNorms().plot().",
                "rnn().unroll(3).gradNorms().verdict().",
                "rnn().unroll(3).jacobians().",
                "rnn().unroll(3).jacobian(0, 2).",
                "rnn().unroll(3).loss(unitOfLast(1)).weightGrad().clip(1).",
                "lstm().unroll(3).gates().",
                "compare(rnn(), lstm()).unroll(20).",
                "spectrum(new double[][] {{1, 2}, {3, 4}}).powers(20).",
                "gallery(\"grcar\", 32).",
                "gallery().",
                "sumLast().",
                "meanField(1, 0).tanh().",
                "identity(1).sample(3).",
                "rnn().unroll(3).gradNorms().csv().",
                "net.",
                "net.unroll(3).",
                "numbers.",
                "List.of(1).",
            })
    void theClassesThemselvesSayWhatTheCompilerWould(String entry) {
        KnownNames names = new KnownNames();
        names.learn(ENGINE.eval("var net = lstm()"), ENGINE.names());
        names.learn(ENGINE.eval("List<Double> numbers = new ArrayList<>()"), ENGINE.names());
        List<String> compiler = ENGINE.suggestions(entry, entry.length()).stream()
                .map(Suggestion::text)
                .toList();

        assertThat(names.offers(entry))
                .hasValueSatisfying(known ->
                        assertThat(known).extracting(Offer::text).containsExactlyInAnyOrderElementsOf(compiler));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List.of(rnn()).get(0).",
                "numbers.get(0).",
                "nothing.",
                "nosuch().",
                "Stream.of(1).map(net -> net.",
                "rnn().unroll(3).gradNorms().norm(0).",
            })
    void whatTheClassesAloneCannotSayIsLeftToTheCompiler(String entry) {
        KnownNames names = new KnownNames();
        names.learn(ENGINE.eval("var net = lstm()"), ENGINE.names());
        names.learn(ENGINE.eval("List<Double> numbers = new ArrayList<>()"), ENGINE.names());
        names.learn(ENGINE.eval("Rnn nothing = null"), ENGINE.names());

        assertThat(names.offers(entry)).isEmpty();
    }

    @Test
    void beforeTheCompilerIsLoadedTheFirstWordsAreThoseOfTheField() {
        Language cold = new JavaLanguage(
                () -> {
                    throw new IllegalStateException("not yet");
                },
                new Chain(),
                new Values(),
                new KnownNames(),
                () -> false);

        assertThat(cold.completions("orth", 4)).isNotEmpty().isSubsetOf(completions("orth"));
        assertThat(cold.completions("rnn().hidd", 10)).isEqualTo(completions("rnn().hidd"));
    }

    @Test
    void aCallSaysWhatItTakes() {
        assertThat(language.hint("rnn().hidden(")).contains("hidden(int n)  n hidden units; h_t has length n");
        assertThat(language.hint("rnn().whh(identity(0.5).plusNoise("))
                .hasValueSatisfying(hint -> assertThat(hint).startsWith("plusNoise(double std)  "));
        assertThat(language.hint("rnn().hidden(,")).contains("hidden(int n) takes no more");
        assertThat(language.hint("Math.max("))
                .hasValueSatisfying(hint -> assertThat(hint).contains("Math.max("));
        assertThat(language.hint("nosuch(")).isEmpty();
    }

    @Test
    void beforeTheFirstLetterTheListIsOfWhatFits() {
        assertThat(texts("rnn().whh(")).contains("orthogonal(", "identity(").doesNotContain("rnn()", "ArrayList");
        assertThat(texts("rnn().unroll(3).loss("))
                .containsExactlyInAnyOrder("direction(", "sumEveryStep()", "sumLast()", "unitOfLast(");
        assertThat(texts("rnn().defaults(")).containsExactly("CHAPTER", "KERAS", "PYTORCH");
        assertThat(texts("")).contains("rnn()", "spectrum(").doesNotContain("ArrayList", "Rnn");
        assertThat(texts("A")).contains("ArrayList");
        assertThat(texts("new ")).contains("ArrayList(");
    }

    @Test
    void wordsOfHelpNamesOfMatricesAndMagicsAreCompletedToo() {
        assertThat(texts("%timei")).containsExactly("timeit");
        assertThat(texts("gallery(\"gr")).containsExactly("grcar");
        assertThat(texts("/time rnn().unr")).containsExactly("unroll(");
        assertThat(texts("/show orthog")).containsExactly("orthogonal(");
    }

    @Test
    void namesOfSignsAreOfferedWithTheSign() {
        assertThat(completions("var \\lam")).containsExactly(new Completion("\\lambda", "\\lambda λ", "", ""));
    }

    @Test
    void theListFitsTheTerminalAndKeepsTheOrderOfASentence() {
        List<Candidate> candidates = completions("rnn().").stream()
                .map(one -> new Candidate(one.text(), one.shown(), one.group(), one.meaning(), null, null, false))
                .toList();

        for (int columns : new int[] {40, 80, 250}) {
            CandidateList list = CandidateList.of(candidates, null, columns, Theme.NONE);
            assertThat(list.text().toString().lines())
                    .hasSize(list.lines())
                    .allMatch(line -> line.length() < columns)
                    .anyMatch(line -> line.matches("(sizes)? +hidden\\(n\\) +n hidden units; h_.*"));
        }
        assertThat(CandidateList.of(candidates, null, 80, Theme.NONE).text().toString())
                .containsSubsequence("sizes ", "weights ", "activation ", "input ", "ask ");
        assertThat(CandidateList.of(candidates, null, 40, Theme.NONE).text().toString())
                .containsSubsequence("sizes\n  hidden(n)  ", "\nweights\n  ", "\nactivation\n  ", "\nask\n  label()  ");
    }

    private List<Completion> completions(String entry) {
        return language.completions(entry, entry.length());
    }

    private List<String> texts(String entry) {
        return completions(entry).stream().map(Completion::text).toList();
    }
}
