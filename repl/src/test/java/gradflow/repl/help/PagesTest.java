package gradflow.repl.help;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PagesTest {
    private static final Set<String> SPOKEN =
            Set.of("Gradflow", "Rnn", "Lstm", "Gru", "Scalar", "Unrolled", "GradNorms", "Spectrum", "");

    /** Those of the types that a person has in hand first, and of every concept. */
    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyExampleRuns() {
        Examples examples = new Examples(HelpIndex.standard());
        Set<String> lines = new LinkedHashSet<>();
        for (Entry entry : HelpIndex.standard().all()) {
            if (SPOKEN.contains(entry.owner())) {
                examples.of(entry).ifPresent(lines::add);
            }
        }
        List<String> failures = new ArrayList<>();
        try (Engine engine = Engine.start()) {
            for (String line : lines) {
                for (Piece piece : engine.split(line)) {
                    Outcome outcome = engine.eval(piece.source());
                    if (outcome instanceof Outcome.Rejected || outcome instanceof Outcome.Thrown) {
                        failures.add(line + ": " + outcome);
                    }
                }
            }
        }

        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(failures).isEmpty();
    }

    @Test
    void aPageSaysWhatItIsHowItIsCalledItsDefaultsAndALineToRun() {
        Page page = new Pages(79).of("whh");

        assertThat(page.text())
                .startsWith("whh   asked of ")
                .contains("  whh(Recipe recipe) → ")
                .contains("the same with W_hh drawn by a recipe.")
                .contains("  default   rnn() has 4 hidden units")
                .contains("Enter on an empty line runs it");
        assertThat(page.example()).isPresent();
    }

    @Test
    void aPageFitsItsWidth() {
        for (String asked : List.of("whh", "gradNorms", "spectral radius", "rnn", "Spectrum", "lstm", "Kreiss")) {
            assertThat(new Pages(79).of(asked).text().lines())
                    .as(asked)
                    .allMatch(line -> line.length() <= 79 || line.startsWith("  try"));
        }
    }

    @Test
    void aWordOfOneTypeIsFoundByBoth() {
        assertThat(new Pages(79).of("Spectrum.radius").text()).startsWith("radius   asked of spectrum()");
        assertThat(new Pages(79).of(".radius()").text()).startsWith("radius");
    }
}
