package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class HintsTest {
    private static final String HELP = "hidden(int n)  n hidden units; h_t has length n";

    @Test
    void helpUnderACallIsCutToTheTerminal() {
        assertThat(below("hidden(", 80)).isEqualTo("hidden(\n" + HELP);
        assertThat(below("hidden(", HELP.length() + 1)).isEqualTo("hidden(\n" + HELP);
        assertThat(below("hidden(", 20)).isEqualTo("hidden(\nhidden(int n)  n...");
        assertThat(below("hidden", 80)).isEqualTo("hidden");
    }

    @Test
    void aLineIsCutToTheColumnsThatAreThereAndNotBefore() {
        assertThat(Shortened.toOneLine("a = b", 5)).isEqualTo("a = b");
        assertThat(Shortened.toOneLine("a = bc", 5)).isEqualTo("a ...");
    }

    private static String below(String entry, int columns) {
        Insight insight = new Insight(new Helpful(), Runnable::run, () -> {});
        Hints hints = new Hints(insight, new Preferences(Theme.BOTH, false, true), false);
        // The first look asks.
        AttributedString unused = hints.with(new AttributedString(entry), "", entry, columns);
        return hints.with(new AttributedString(entry), "", entry, columns).toString();
    }

    /** Knows one call. */
    private static final class Helpful implements Language {
        @Override
        public boolean isIncomplete(String entry) {
            return false;
        }

        @Override
        public List<Completion> completions(String entry, int cursor) {
            return List.of();
        }

        @Override
        public Set<String> members(String owner) {
            return Set.of();
        }

        @Override
        public Scope scope() {
            throw new IllegalStateException("not known");
        }

        @Override
        public Optional<String> hint(String before) {
            return before.equals("hidden(") ? Optional.of(HELP) : Optional.empty();
        }
    }
}
