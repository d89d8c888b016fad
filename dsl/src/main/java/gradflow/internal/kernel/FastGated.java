package gradflow.internal.kernel;

/** The loops that the product runs on: rows as separate arrays for C2, an exponent beside the gradient. */
public final class FastGated implements GatedKernel {

    @Override
    public GatedTape forward(GatedTask task) {
        return forward(task, GatedTape.lengthOfStretch(task.cell(), task.hidden(), task.steps()));
    }

    /** {@return the same with every {@code length}-th state kept} */
    static GatedTape forward(GatedTask task, int length) {
        return new GatedTape(task, length, stretch -> run(task, stretch));
    }

    private static int run(GatedTask task, GatedStretch run) {
        double[][] whhColumns = task.whh().transposed().shared();
        Advancing state = new GatedAdvancing(task, run);
        for (int t = run.from() + 1; t <= run.to(); t++) {
            Interrupts.poll();
            state.begin(t);
            Rows.addCombination(whhColumns, state.before, state.sums);
            if (!state.finish(t)) {
                return t;
            }
        }
        return 0;
    }

    @Override
    public void backward(GatedTask task, GatedTape tape, RnnKernel.Seeds seeds, Steps steps) {
        GatedReturning gradient = new GatedReturning(task, tape::withStep, seeds);
        steps.state(task.steps(), gradient.g, gradient.exponent());
        for (int t = task.steps(); t >= 1; t--) {
            Interrupts.poll();
            gradient.split(t, steps.kept(t));
            steps.gates(t, gradient.toInput, gradient.factors, gradient.exponent());
            throughWeights(task, gradient.factors, gradient.g);
            gradient.settle(t);
            steps.state(t - 1, gradient.g, gradient.exponent());
        }
    }

    /**
     * One step of the linear map from ∂L/∂(state after t) to ∂L/∂(state before t).
     *
     * @param task what ran
     * @param tape how it ran
     * @param t 1..T
     * @param state read, {@code [vectors·n]}
     * @param toInput written, {@code [G·n]}
     * @param toHidden written, {@code [G·n]}
     * @param before written, {@code [vectors·n]}
     */
    public static void stepBack(
            GatedTask task,
            GatedTape tape,
            int t,
            double[] state,
            double[] toInput,
            double[] toHidden,
            double[] before) {
        throughCell(task, tape, t, state, toInput, toHidden, before);
        throughWeights(task, toHidden, before);
    }

    /** The part of a step back that does not go through W_hh; parameters as above. */
    public static void throughCell(
            GatedTask task,
            GatedTape tape,
            int t,
            double[] state,
            double[] toInput,
            double[] toHidden,
            double[] before) {
        task.cell().backward(tape.withStep(t), t, state, toInput, toHidden, before);
    }

    /** Adds W_hhᵀ·toHidden to the first n entries of {@code before}. */
    public static void throughWeights(GatedTask task, double[] toHidden, double[] before) {
        Rows.addCombination(task.whh().shared(), toHidden, before, task.hidden());
    }
}
