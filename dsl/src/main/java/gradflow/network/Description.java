package gradflow.network;

import gradflow.result.Spectrum;
import java.util.Optional;

/**
 * A network before it has run: an immutable value that can be named, branched and reused. Each modifier returns a new one;
 * they come in any order, and the last one of a kind wins. {@code toString()} is the expression that makes it.
 */
public sealed interface Description permits Subject {

    /**
     * Draws the weights and inputs, and runs the forward pass.
     *
     * @param steps T ≥ 1, the number of time steps
     * @return the network that has run, ready to be asked
     */
    Unrolled unroll(int steps);

    /** {@return the name that it was given, if any} */
    Optional<String> label();

    /** {@return the spectrum of W_hh; of a gated network, of each gate's block} */
    Spectrum spectrum();
}
