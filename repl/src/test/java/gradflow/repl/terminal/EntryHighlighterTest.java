package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.completion.KnownNames;
import gradflow.repl.engine.Engine;
import gradflow.repl.session.Values;
import gradflow.repl.terminal.Theme.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person sees of an entry, each part in square brackets with its look. */
@Timeout(60)
class EntryHighlighterTest {
    private static final Engine ENGINE = Engine.start();

    private final Insight insight = new Insight(
            new JavaLanguage(() -> ENGINE, new Chain(), new Values(), new KnownNames(), () -> true),
            Runnable::run,
            () -> {});

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void javaAndTheWordsOfTheField() throws IOException {
        assertThat(parts("var n = rnn().hidden(4).named(\"ρ\") // so"))
                .isEqualTo("KEYWORD<var> n = WORD<rnn>().WORD<hidden>(NUMBER<4>).WORD<named>(LITERAL<\"ρ\">)"
                        + " COMMENT<// so>");
    }

    @Test
    void whatMeansNothingIsMarked() throws IOException {
        assertThat(parts("rnm().hidden(x) ")).isEqualTo("WRONG<rnm>().WORD<hidden>(WRONG<x>) ");
        assertThat(parts("rnn().hiden(4) ")).isEqualTo("WORD<rnn>().WRONG<hiden>(NUMBER<4>) ");
        assertThat(parts("List.copyOf(Strin.valueOf(1)) "))
                .isEqualTo("TYPE<List>.copyOf(WRONG<Strin>.valueOf(NUMBER<1>)) ");
    }

    @Test
    void aWordIsNotMarkedWhileItIsTypedAndMayBecomeRight() throws IOException {
        assertThat(parts("rnn().hid")).isEqualTo("WORD<rnn>().hid");
        assertThat(parts("rnn().hix")).isEqualTo("WORD<rnn>().WRONG<hix>");
        assertThat(parts("rn")).isEqualTo("rn");
    }

    @Test
    void aBracketThatClosesNothingIsMarked() throws IOException {
        assertThat(parts("(1)) ")).isEqualTo("(NUMBER<1>)WRONG<)> ");
    }

    @Test
    void thePartnerOfTheBracketAtTheCursorStandsOut() throws IOException {
        assertThat(parts("((1)")).isEqualTo("(PARTNER<(>NUMBER<1>PARTNER<)>");
        assertThat(parts("(1)(2)", 0)).isEqualTo("PARTNER<(>NUMBER<1>PARTNER<)>(NUMBER<2>)");
        assertThat(parts("(1)(2)", 3))
                .as("between two, that of the one before")
                .isEqualTo("PARTNER<(>NUMBER<1>PARTNER<)>(NUMBER<2>)");
    }

    @Test
    void aCommandStandsOutAndItsArgumentsAreJava() throws IOException {
        assertThat(parts("/vars 1")).isEqualTo("KEYWORD</vars> NUMBER<1>");
    }

    @Test
    void anOpenStringIsNoTrouble() throws IOException {
        assertThat(parts("f(\"abc")).contains("LITERAL<\"abc>");
    }

    @Test
    void withoutColoursThereIsNoEscapeAtAll() throws IOException {
        assertThat(shown("nosuch(1", 0, Theme.NONE).toAnsi()).isEqualTo("nosuch(1");
    }

    private String parts(String entry) throws IOException {
        return parts(entry, entry.length());
    }

    private String parts(String entry, int cursor) throws IOException {
        // The first look asks.
        AttributedString unused = shown(entry, cursor, Theme.BOTH);
        AttributedString shown = shown(entry, cursor, Theme.BOTH);
        StringBuilder parts = new StringBuilder();
        for (int at = 0; at < shown.length(); at = shown.runLimit(at)) {
            Part part = part(shown, at);
            String run = shown.subSequence(at, shown.runLimit(at)).toString();
            parts.append(part == Part.PLAIN ? run : part + "<" + run + ">");
        }
        return parts.toString();
    }

    private static Part part(AttributedString text, int at) {
        for (Part part : Part.values()) {
            if (Theme.BOTH.style(part).equals(text.styleAt(at))) {
                return part;
            }
        }
        throw new AssertionError("no such look: " + text.styleAt(at));
    }

    private AttributedString shown(String entry, int cursor, Theme theme) throws IOException {
        EntryReader reader =
                new EntryReader(
                        new DumbTerminal(
                                "test",
                                "ansi",
                                new ByteArrayInputStream(new byte[0]),
                                new ByteArrayOutputStream(),
                                StandardCharsets.UTF_8),
                        Map.of(),
                        new Preferences(theme, false, true),
                        insight) {
                    @Override
                    boolean isEditing() {
                        return true;
                    }
                };
        reader.getBuffer().write(entry);
        boolean unused = reader.getBuffer().cursor(cursor);
        return new EntryHighlighter(insight, theme).highlight(reader, entry);
    }
}
