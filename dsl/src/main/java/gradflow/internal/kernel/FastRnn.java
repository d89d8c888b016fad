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
        int n = task.hidden();
        double[][] whhColumns = task.whh().transposed().shared();
        FromInputs inputs = new FromInputs(task.wxh(), task.bias().shared()[0], task.x());
        boolean ranging = task.phi().homogeneous();
        double[] before = new double[n];
        Layer layer = new Layer(n);
        double[] z = layer.z;
        for (int t = run.from() + 1; t <= run.to(); t++) {
            Interrupts.poll();
            Vectors.copy(run.h, run.at(t - 1), before);
            inputs.write(t, z);
            long exponent = ranging ? Vectors.meet(z, before, run.exponent(t - 1)) : 0;
            Rows.addCombination(whhColumns, before, z);
            layer.measure();
            if (!Double.isFinite(layer.largest())) {
                return t;
            }
            run.slopeExponent(t, task.phi().apply(layer, run.h, run.at(t), run.slope, run.slopeAt(t)));
            addPathAround(task, before, run.h, run.at(t));
            run.exponent(t, ranging ? exponent + Vectors.recentre(run.h, run.at(t), n) : 0);
        }
        return 0;
    }

    /** h ← carry·before + gain·h. */
    private static void addPathAround(RnnTask task, double[] before, double[] h, int at) {
        if (task.carry() == 0 && task.gain() == 1) {
            return;
        }
        for (int i = 0; i < before.length; i++) {
            h[at + i] = task.carry() * before[i] + task.gain() * h[at + i];
        }
    }

    @Override
    public void backward(RnnTask task, Trajectory run, Seeds seeds, BackwardSteps steps) {
        double[][] whh = task.whh().shared();
        Returning gradient = new RnnReturning(task, seeds, new StepSlopes(run));
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
