package gradflow.experiment;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.network.Description;
import gradflow.network.SameInputs;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several networks side by side, to be unrolled over the same inputs: those that the first one draws, or has been given.
 *
 * <pre>{@code
 * compare(rnn(), lstm(), gru()).unroll(50).gradNorms()
 * }</pre>
 */
public final class Comparison {
    private final List<Description> networks;

    private Comparison(List<Description> networks) {
        this.networks = networks;
    }

    /** {@return these networks side by side; at least one} */
    public static Comparison of(Description... networks) {
        if (networks.length == 0) {
            throw new Refusal(
                    "compare(a, b, …): at least one network is wanted", "compare()", "compare(rnn(), lstm())");
        }
        for (Description network : networks) {
            Check.present(network, "compare(a, b, …)", "a network", "compare(…, null, …)", "compare(rnn(), lstm())");
        }
        return new Comparison(List.copyOf(Arrays.asList(networks)));
    }

    /** {@return all of them, run over T steps of the same inputs} */
    public Compared unroll(int steps) {
        String where = this + ".unroll(" + steps + ")";
        Check.atLeast(1, steps, "unroll(T)", "T", where, "unroll(20)");
        return new Compared(networks, SameInputs.unroll(networks, steps, where), steps, where);
    }

    /** {@return the expression that makes this} */
    @Override
    public String toString() {
        return networks.stream().map(Description::toString).collect(Collectors.joining(", ", "compare(", ")"));
    }
}
