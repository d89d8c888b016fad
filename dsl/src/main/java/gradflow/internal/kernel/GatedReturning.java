package gradflow.internal.kernel;

import java.util.function.IntFunction;

/** Back through a gated network: the factors are the gradients of W_hh·h_{t-1} + b_hh. */
final class GatedReturning extends Returning {
    private final GatedTask task;
    private final IntFunction<GatedStretch> withStep;
    private final double[] direct;

    /** ∂L/∂(W_ih·x_t + b_ih) after {@link #split}, {@code [G·n]}. */
    final double[] toInput;

    /**
     * Starts with ∂L/∂h_T = s_T.
     *
     * @param withStep finds a stretch of the run that has a step
     */
    GatedReturning(GatedTask task, IntFunction<GatedStretch> withStep, RnnKernel.Seeds seeds) {
        super(seeds, task.hidden() * task.cell().vectors(), task.whh().rows());
        this.task = task;
        this.withStep = withStep;
        direct = new double[g.length];
        toInput = new double[factors.length];
    }

    @Override
    void split(int t, double kept) {
        Vectors.scale(g, kept);
        task.cell().backward(withStep.apply(t), t, g, toInput, factors, direct);
        System.arraycopy(direct, 0, g, 0, g.length);
    }
}
