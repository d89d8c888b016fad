package gradflow.network;

import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Batch;
import gradflow.internal.kernel.Mat;
import gradflow.model.TorchRandom;
import java.util.List;

/** What a training needs of a network: the weights one by one, sequences through them, and the network that has learnt. */
public interface Trainee {

    /**
     * Refuses a network that can't be trained on inputs of this size.
     *
     * @param network to be trained
     * @param input m, the size of the task's inputs
     * @param task as it is typed
     * @param where the expression that asks
     */
    static void check(Description network, int input, String task, String where) {
        if (!(network instanceof Layer<?> layer)) {
            throw new Refusal(
                    "train(network, task): scalar(w) has no inputs, so that no task reaches it",
                    where,
                    "train(rnn().hidden(1), " + task + ")");
        }
        layer.input().filter(m -> m != input).ifPresent(m -> {
            throw new Refusal(
                    "train(network, task): " + task + " has inputs of size " + input + ", but input is " + m + " in "
                            + network,
                    where,
                    "input(" + input + "), or none, which leaves it to the task");
        });
    }

    /**
     * {@return the network, drawn; refused where its sequences wouldn't fit}
     *
     * @param network one that {@link #check} has let through
     * @param input m, the size of the task's inputs
     * @param steps T, the length of each sequence
     * @param sequences that go through it side by side
     * @param where the expression that asks
     */
    static Trainee of(Description network, int input, int steps, int sequences, String where) {
        if (network instanceof Layer<?> layer) {
            return layer.trainee(input, steps, sequences, where);
        }
        throw new IllegalArgumentException(network.toString());
    }

    /** {@return n} */
    int hidden();

    /** {@return the seed of all draws} */
    long seed();

    /** {@return the weights that are trained, as they are drawn, in the order of PyTorch's parameters} */
    List<Mat> weights();

    /** {@return what each of them is called, as W_hh} */
    List<String> names();

    /** {@return the generator that drew them; the draws of a training go on with it} */
    TorchRandom random();

    /** {@return new room for the sequences} */
    Batch room();

    /** {@return ρ(W_hh), of a gated network the largest of its gates' blocks} */
    double radius(List<Mat> weights);

    /**
     * {@return the network with other weights}
     *
     * @param weights in the same order
     * @param inputs that it has from now on, T×m
     * @param expression that makes it
     */
    Description with(List<Mat> weights, Mat inputs, String expression);

    /** {@return the network's part in a script for PyTorch} */
    TorchPart torch();
}
