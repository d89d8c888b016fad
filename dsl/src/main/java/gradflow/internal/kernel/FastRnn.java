package gradflow.internal.kernel;

/**
 * The loops that the product runs on: rows as separate arrays for C2, and exponents beside the vectors, so that neither
 * a gradient nor the state of a linear or ReLU network ever leaves the range of a double. As long as nothing comes near
 * the ends of that range all exponents are 0 and the results are those of plain doubles.
 */
public final class FastRnn implements RnnKernel {

    @Override
    public Trajectory forward(RnnTask task) {
        int n = task.hidden();
        Trajectory run = new Trajectory(n, task.steps());
        System.arraycopy(task.h0().shared()[0], 0, run.h, 0, n);
        double[][] whhColumns = task.whh().transposed().shared();
        double[][] wxhColumns = task.wxh().transposed().shared();
        double[] bias = task.bias().shared()[0];
        boolean ranging = task.phi().homogeneous();
        double[] before = new double[n];
        double[] z = new double[n];
        for (int t = 1; t <= task.steps(); t++) {
            Interrupts.poll();
            System.arraycopy(run.h, (t - 1) * n, before, 0, n);
            System.arraycopy(bias, 0, z, 0, n);
            if (wxhColumns.length > 0) {
                Rows.addCombination(wxhColumns, task.x().shared()[t - 1], z);
            }
            long exponent = ranging ? Vectors.meet(z, before, run.hExponent[t - 1]) : 0;
            Rows.addCombination(whhColumns, before, z);
            if (!Vectors.isFinite(z)) {
                run.breakAt(t);
                return run;
            }
            run.slopeExponent[t - 1] = task.phi().apply(z, run.h, t * n, run.slope, (t - 1) * n);
            addPathAround(task, before, run.h, t * n);
            run.hExponent[t] = ranging ? exponent + Vectors.recentre(run.h, t * n, n) : 0;
        }
        return run;
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
        Returning gradient = new Returning(task, run, seeds);
        steps.gradient(task.steps(), gradient.g, gradient.exponent());
        for (int t = task.steps(); t >= 1; t--) {
            Interrupts.poll();
            gradient.split(t, steps.kept(t));
            steps.delta(t, gradient.delta, gradient.exponent());
            Rows.addCombination(whh, gradient.delta, gradient.g);
            gradient.settle(t);
            steps.gradient(t - 1, gradient.g, gradient.exponent());
        }
    }
}
