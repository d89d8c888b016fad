package gradflow.experiment.training;

import gradflow.internal.kernel.Objective;
import java.util.OptionalDouble;

/**
 * What a network is trained on: sequences of one length with the answers that are wanted. {@code toString()} is the expression
 * that makes it.
 */
public abstract sealed class Task permits AddingProblem, CopyMemory, OwnData {
    Task() {}

    /** {@return m, the size of an input} */
    public abstract int input();

    /** {@return the length of a sequence} */
    public abstract int steps();

    /** {@return how many numbers an answer has; of classes, one a class} */
    public abstract int outputs();

    /** {@return the loss of one who remembers nothing, where it is known} */
    public abstract OptionalDouble chance();

    /** {@return how one who remembers nothing does best, in a few words} */
    abstract String memoryless();

    abstract Objective objective();

    /** {@return sequences in one step of training, where nothing is said} */
    int batch() {
        return 20;
    }

    /** {@return the sequences from the first one on} */
    abstract Source source();

    /**
     * {@return a Python function {@code batch(step)} that gives x, T×batch×m, and the targets}
     *
     * @param batch sequences in one step
     * @param where the expression that asks
     */
    abstract String torch(int batch, String where);

    /** {@return the loss as PyTorch code, of {@code readout}, {@code h} and {@code target}} */
    abstract String torchLoss();

    /** {@return the expression that makes this} */
    @Override
    public abstract String toString();
}
