package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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
    private static final class Helpful extends NoLanguage {
        @Override
        public Optional<String> hint(String before) {
            return before.equals("hidden(") ? Optional.of(HELP) : Optional.empty();
        }
    }
}
