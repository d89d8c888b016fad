package gradflow.experiment;

import gradflow.internal.check.Check;
import gradflow.network.Layer;
import gradflow.network.Reseeded;
import java.util.function.ToDoubleFunction;

/**
 * One network under many seeds: its own, s, and those that follow, s + 1, s + 2, …. Any number can be asked of all of them.
 *
 * <pre>{@code
 * ensemble(rnn().whh(ginibre(1)), 200)
 * }</pre>
 *
 * @param <S> the kind of network
 */
public final class Ensemble<S extends Layer<S>> {
    private final S network;
    private final int seeds;

    private Ensemble(S network, int seeds) {
        this.network = network;
        this.seeds = seeds;
    }

    /** {@return the network under its own seed and those that follow, n ≥ 1 in all} */
    public static <S extends Layer<S>> Ensemble<S> over(S network, int seeds) {
        String where = "ensemble(" + network + ", " + seeds + ")";
        Check.present(network, "ensemble(network, n)", "a network", where, "ensemble(rnn(), 200)");
        Check.atLeast(1, seeds, "ensemble(network, n)", "n", where, "ensemble(" + network + ", 200)");
        int most = Spaced.MOST_VALUES;
        int unused = Check.within(1, most, seeds, "ensemble(network, n)", "n", where, "ensemble(" + network + ", 200)");
        return new Ensemble<>(network, seeds);
    }

    /** {@return how a number is distributed over the seeds, and where the network's own seed stands; computed at once} */
    public Distribution of(ToDoubleFunction<? super S> value) {
        String call = this + ".of(";
        Check.present(value, "of(number)", "the function", call + "null)", "of(net -> net.spectrum().radius())");
        Reseeded<S> under = Reseeded.of(network);
        Kept kept = Kept.of(seeds, i -> value.applyAsDouble(under.at(i)), i -> "seed " + under.seed(i));
        return new Distribution(call + "net -> …)", under.seed(0), kept, "value");
    }

    /** {@return the expression that makes this} */
    @Override
    public String toString() {
        return "ensemble(" + network + ", " + seeds + ")";
    }
}
