package gradflow.network;

import gradflow.model.TorchFunction;
import java.util.List;
import java.util.Set;

/**
 * A network's part in a script that trains it with PyTorch.
 *
 * @param making the statements that seed, and make the weights, {@code h_0} and, of an LSTM, {@code c_0}
 * @param functions that they call
 * @param start of the lists of states, as {@code h = [h_0]}
 * @param step the statements that append h_t, for {@code x[t - 1]}, a row a sequence
 * @param parameters what is trained, as entries of a list
 * @param recurrent blocks whose spectral radius is of interest, as a list
 */
public record TorchPart(
        String making,
        Set<TorchFunction> functions,
        String start,
        List<String> step,
        String parameters,
        String recurrent) {}
