package gradflow.internal.kernel;

/** Forward through a vanilla network: the sums are the pre-activations. */
final class RnnAdvancing extends Advancing {
    private final RnnTask task;
    private final RnnStretch run;
    private final FromInputs inputs;
    private final boolean ranging;
    private final Layer layer;
    private long exponent;

    /** Begins where the stretch does, whose first state is there. */
    RnnAdvancing(RnnTask task, RnnStretch run) {
        this(task, run, new Layer(task.hidden()));
    }

    private RnnAdvancing(RnnTask task, RnnStretch run, Layer layer) {
        super(new double[task.hidden()], layer.z);
        this.task = task;
        this.run = run;
        this.layer = layer;
        inputs = new FromInputs(task.wxh(), task.bias().shared()[0], task.x());
        ranging = task.phi().homogeneous();
    }

    @Override
    void begin(int t) {
        Vectors.copy(run.h, run.at(t - 1), before);
        inputs.write(t, sums);
        exponent = ranging ? Vectors.meet(sums, before, run.exponent(t - 1)) : 0;
    }

    @Override
    boolean finish(int t) {
        layer.measure();
        if (!Double.isFinite(layer.largest())) {
            return false;
        }
        run.slopeExponent(t, task.phi().apply(layer, run.h, run.at(t), run.slope, run.slopeAt(t)));
        addPathAround(task, before, run.h, run.at(t));
        run.exponent(t, ranging ? exponent + Vectors.recentre(run.h, run.at(t), before.length) : 0);
        return true;
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
}
