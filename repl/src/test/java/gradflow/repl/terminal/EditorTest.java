package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor on a terminal made of streams, with a language of a few rules. */
class EditorTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void enterGoesOnWhileTheEntryIsIncomplete() throws IOException {
        assertThat(reading("f(\r1)\r", new Brackets()).read()).isEqualTo(new Typed.Entry("f(\n  1)"));
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("      ... ");
    }

    @Test
    void aPastedChainIsOneEntry() throws IOException {
        Editor editor = reading("\033[200~rnn()\n  .hidden(4)\n  .tanh()\033[201~\r", new Brackets());

        assertThat(editor.read()).isEqualTo(new Typed.Entry("rnn()\n  .hidden(4)\n  .tanh()"));
    }

    @Test
    void exclamationMarksAndBackslashesAreLeftAlone() throws IOException {
        assertThat(reading("!true + \"\\n!!\"\r", new Brackets()).read())
                .isEqualTo(new Typed.Entry("!true + \"\\n!!\""));
    }

    @Test
    void tabCompletesANameWithoutASpace() throws IOException {
        assertThat(reading("a.hid\t4)\r", new Brackets()).read()).isEqualTo(new Typed.Entry("a.hidden(4)"));
    }

    @Test
    void tabListsWhatFits() throws IOException {
        assertThat(reading("a.\tx\r", new Brackets()).read()).isEqualTo(new Typed.Entry("a.x"));
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("hidden(").contains("tanh()");
    }

    @Test
    void ctrlDOnAnEmptyLineEnds() throws IOException {
        assertThat(reading("\004", new Brackets()).read()).isEqualTo(new Typed.End());
    }

    @Test
    void inAnAnswerToAQuestionTabIsATab() throws IOException {
        assertThat(reading("tan\tx\r", new Brackets()).answer("which? ", () -> {}))
                .contains("tan\tx");
    }

    @Test
    void aFailingLanguageDoesNotStopThePerson() throws IOException {
        assertThat(reading("a.\tb\r", new Broken()).read()).isEqualTo(new Typed.Entry("a.b"));
    }

    @Test
    void historyKeepsEntriesWholeAndOnDisk() throws IOException {
        Path file = folder.resolve("history");
        Editor first = editor("x\r", new Brackets(), Optional.of(file));
        assertThat(first.read()).isEqualTo(new Typed.Entry("x"));
        first.remember("f(\n1)");
        assertThat(Files.readString(file)).contains("f(\\n1)").doesNotContain("x");

        Editor second = editor("\033[A\r", new Brackets(), Optional.of(file));
        assertThat(second.read()).isEqualTo(new Typed.Entry("f(\n1)"));
    }

    private Editor reading(String keys, Language language) throws IOException {
        return editor(keys, language, Optional.empty());
    }

    private Editor editor(String keys, Language language, Optional<Path> history) throws IOException {
        Terminal terminal = new DumbTerminal(
                "test",
                "ansi",
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                shown,
                StandardCharsets.UTF_8);
        terminal.setSize(Size.of(80, 24));
        return new Editor(terminal, language, history, new Preferences(Theme.BOTH, false, true));
    }

    /** Whatever has an open bracket is incomplete. */
    private static final class Brackets extends NoLanguage {
        @Override
        public boolean isIncomplete(String entry) {
            return entry.contains("(") && !entry.contains(")");
        }

        @Override
        public List<Completion> completions(String entry, int cursor) {
            return List.of(Completion.of("hidden("), Completion.of("tanh()"));
        }
    }

    /** Fails at everything. */
    private static final class Broken extends NoLanguage {
        @Override
        public boolean isIncomplete(String entry) {
            throw new IllegalStateException("broken");
        }

        @Override
        public List<Completion> completions(String entry, int cursor) {
            throw new StackOverflowError();
        }
    }
}
