package gradflow.internal.kernel;

/** Forward through a gated network: the sums are W_hh·h_{t-1} + b_hh. */
final class GatedAdvancing extends Advancing {
    private final GatedTask task;
    private final GatedStretch run;
    private final FromInputs inputs;
    private final double[] bhh;
    private final double[] fromInput;

    /** Begins where the stretch does, whose first state is there. */
    GatedAdvancing(GatedTask task, GatedStretch run) {
        super(new double[task.hidden()], new double[task.whh().rows()]);
        this.task = task;
        this.run = run;
        inputs = new FromInputs(task.wih(), task.bih().shared()[0], task.x());
        bhh = task.bhh().shared()[0];
        fromInput = new double[bhh.length];
    }

    @Override
    void begin(int t) {
        System.arraycopy(bhh, 0, sums, 0, bhh.length);
        System.arraycopy(run.states, run.state(t - 1, 0), before, 0, before.length);
        inputs.write(t, fromInput);
    }

    @Override
    boolean finish(int t) {
        if (!Vectors.isFinite(fromInput) || !Vectors.isFinite(sums)) {
            return false;
        }
        task.cell().forward(fromInput, sums, run, t);
        return true;
    }
}
