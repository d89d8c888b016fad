package gradflow.result;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import gradflow.internal.check.Check;
import gradflow.report.Fact;
import gradflow.report.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What every answer about one run repeats: the network, the size of its matrix, the length of the run, and what happened
 * on the way.
 *
 * @param label the name that the person gave the network, if any
 * @param unrolled the expression of the unrolled network
 * @param loss as {@code sum(h_T)}
 * @param steps T
 * @param seed of the random draws, if there are any
 * @param facts shown above every table, computed when a table is shown: ρ(W_hh), ‖W_hh‖₂, T
 * @param findings what went out of range on the forward pass, in words
 * @param pytorch the experiment as a Python script
 */
public record Setting(
        Optional<String> label,
        String unrolled,
        String loss,
        int steps,
        OptionalLong seed,
        Supplier<List<Fact>> facts,
        List<String> findings,
        Supplier<String> pytorch) {

    /** Copies. */
    public Setting {
        findings = List.copyOf(findings);
    }

    /** {@return what was asked, with the network's name before it if it has one} */
    String title(String question) {
        return label.map(name -> name + ": " + question).orElse(question);
    }

    /** {@return where the answer to {@code question} comes from} */
    Provenance provenance(String question, String method) {
        return new Provenance(unrolled + "." + question, seed, method);
    }

    /** {@return t, or refuses one outside {@code least..most}} */
    @CanIgnoreReturnValue
    int time(String question, String word, int t, int least, int most) {
        // Loops ask for every t, and the words of the refusal take longer to put together than the answer.
        if (t >= least && t <= most) {
            return t;
        }
        return Check.within(
                least,
                most,
                t,
                word + "(t)",
                "t",
                unrolled + "." + question + "." + word + "(" + t + ")",
                word + "(" + Math.max(least, Math.min(most, t)) + ")");
    }

    /** {@return the findings, and after them {@code sentence}} */
    List<String> closing(String sentence) {
        return Stream.concat(findings.stream(), Stream.of(sentence)).toList();
    }
}
