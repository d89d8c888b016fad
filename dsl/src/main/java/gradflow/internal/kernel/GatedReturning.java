package gradflow.internal.kernel;

/** Back through a gated network: the factors are the gradients of W_hh·h_{t-1} + b_hh. */
final class GatedReturning extends Returning {
    private final GatedTask task;
    private final GatedTape tape;
    private final double[] direct;

    /** ∂L/∂(W_ih·x_t + b_ih) after {@link #split}, {@code [G·n]}. */
    final double[] toInput;

    /** Starts with ∂L/∂h_T = s_T. */
    GatedReturning(GatedTask task, GatedTape tape, RnnKernel.Seeds seeds) {
        super(seeds, task.hidden() * task.cell().vectors(), task.whh().rows());
        this.task = task;
        this.tape = tape;
        direct = new double[g.length];
        toInput = new double[factors.length];
    }

    @Override
    void split(int t, double kept) {
        Vectors.scale(g, kept);
        FastGated.throughCell(task, tape, t, g, toInput, factors, direct);
        System.arraycopy(direct, 0, g, 0, g.length);
    }
}
