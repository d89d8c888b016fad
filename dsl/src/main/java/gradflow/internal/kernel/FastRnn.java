package gradflow.internal.kernel;

/**
 * The loops that the product runs on: rows as separate arrays for C2, and exponents beside the vectors, so that neither
 * a gradient nor the state of a linear or ReLU network ever leaves the range of a double. As long as nothing comes near
 * the ends of that range all exponents are 0 and the results are those of plain doubles.
 */
public final class FastRnn implements RnnKernel {

    @Override
    public Trajectory forward(RnnTask task) {
        return forward(task, Trajectory.lengthOfStretch(task.hidden(), task.steps()));
    }

    /** {@return the same with every {@code length}-th state kept} */
    static Trajectory forward(RnnTask task, int length) {
        return new Trajectory(task.h0().shared()[0], task.steps(), length, stretch -> run(task, stretch));
    }

    /** {@return the step whose pre-activation left the range of a double, or 0} */
    private static int run(RnnTask task, RnnStretch run) {
        double[][] whhColumns = task.whh().transposed().shared();
        Advancing state = new RnnAdvancing(task, run);
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
    public void backward(RnnTask task, Trajectory run, Seeds seeds, BackwardSteps steps) {
        double[][] whh = task.whh().shared();
        Returning gradient = new RnnReturning(task, seeds, new StepSlopes(run.hidden(), run::withStep));
        steps.gradient(task.steps(), gradient.g, gradient.exponent());
        for (int t = task.steps(); t >= 1; t--) {
            Interrupts.poll();
            gradient.split(t, steps.kept(t));
            steps.delta(t, gradient.factors, gradient.exponent());
            Rows.addCombination(whh, gradient.factors, gradient.g);
            gradient.settle(t);
            steps.gradient(t - 1, gradient.g, gradient.exponent());
        }
    }
}
