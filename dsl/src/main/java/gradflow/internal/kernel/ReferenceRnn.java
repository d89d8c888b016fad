package gradflow.internal.kernel;

/**
 * The loops as the equations read, in the order in which they are written. Slow, and easy to check by eye; the fast kernel
 * is tested against it. Knows no exponents, so it is right only where doubles are safe.
 */
public final class ReferenceRnn implements RnnKernel {

    @Override
    public Trajectory forward(RnnTask task) {
        return new Trajectory(task.h0().toRows()[0], task.steps(), task.steps(), run -> run(task, run));
    }

    private static int run(RnnTask task, RnnStretch run) {
        int n = task.hidden();
        Layer layer = new Layer(n);
        double[] phi = new double[n];
        for (int t = 1; t <= task.steps(); t++) {
            Interrupts.poll();
            for (int i = 0; i < n; i++) {
                double sum = task.bias().at(0, i);
                for (int j = 0; j < task.wxh().columns(); j++) {
                    sum += task.wxh().at(i, j) * task.x().at(t - 1, j);
                }
                for (int j = 0; j < n; j++) {
                    sum += task.whh().at(i, j) * run.h[(t - 1) * n + j];
                }
                layer.z[i] = sum;
            }
            layer.measure();
            run.slopeExponent(t, task.phi().apply(layer, phi, 0, run.slope, (t - 1) * n));
            for (int i = 0; i < n; i++) {
                run.h[t * n + i] = task.carry() * run.h[(t - 1) * n + i] + task.gain() * phi[i];
            }
        }
        return 0;
    }

    @Override
    public void backward(RnnTask task, Trajectory run, Seeds seeds, BackwardSteps steps) {
        int n = task.hidden();
        double[] g = seeds.last().toRows()[0];
        double[] delta = new double[n];
        steps.gradient(task.steps(), g, 0);
        for (int t = task.steps(); t >= 1; t--) {
            Interrupts.poll();
            for (int i = 0; i < n; i++) {
                g[i] *= steps.kept(t);
                delta[i] = task.gain() * run.slope(t, i).value() * g[i];
            }
            steps.delta(t, delta, 0);
            double[] before = new double[n];
            for (int j = 0; j < n; j++) {
                double sum = seeds.everyStep() && t > 1 ? seeds.last().at(0, j) : 0;
                sum += task.carry() * g[j];
                for (int i = 0; i < n; i++) {
                    sum += task.whh().at(i, j) * delta[i];
                }
                before[j] = sum;
            }
            g = before;
            steps.gradient(t - 1, g, 0);
        }
    }
}
