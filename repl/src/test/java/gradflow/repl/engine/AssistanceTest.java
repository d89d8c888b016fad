package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AssistanceTest {
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engines.plain();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static List<String> suggested(String text) {
        return engine.suggestions(text, text.length()).stream()
                .map(Suggestion::text)
                .toList();
    }

    @Test
    void theNextWordsOfAChainWithoutThoseOfEveryObject() {
        assertThat(suggested("chain().")).containsExactly("hidden(", "tanh()");
        assertThat(suggested("chain()\n  .hidden(4)\n  .")).containsExactly("hidden(", "tanh()");
        assertThat(suggested("chain().toS")).containsExactly("toString()");
    }

    @Test
    void theAnchorIsInTheWholeText() {
        String text = "int a = 1; chain().ta";
        assertThat(engine.suggestions(text, text.length()))
                .containsExactly(new Suggestion("tanh()", text.length() - 2, true));
    }

    @Test
    void nothingIsSuggestedInsideALiteralOrAComment() {
        assertThat(suggested("\"cha")).isEmpty();
        assertThat(suggested("\"a \\\" cha")).isEmpty();
        assertThat(suggested("'c")).isEmpty();
        assertThat(suggested("chain() // cha")).isEmpty();
        assertThat(suggested("/* cha")).isEmpty();
        assertThat(suggested("\"\"\"\n cha")).isEmpty();
        assertThat(suggested("\"a\".lastIndexO")).isNotEmpty();
        assertThat(suggested("/* c */ chain().ta")).isNotEmpty();
    }

    @Test
    void overloadsAreOneSuggestion() {
        assertThat(suggested("\"\".lastIndexO")).containsExactly("lastIndexOf(");
    }

    @Test
    void theCursorMayStandInside() {
        assertThat(engine.suggestions("chain().hid.tanh()", 11)).containsExactly(new Suggestion("hidden(", 8, true));
    }

    @Test
    void signatures() {
        assertThat(engine.signature("chain().hidden(", 15)).contains("Chain Chain.hidden(int n)");
        assertThat(engine.signature("3", 1)).isEmpty();
    }
}
