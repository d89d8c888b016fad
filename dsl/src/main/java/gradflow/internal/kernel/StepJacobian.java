package gradflow.internal.kernel;

import java.util.Arrays;

/**
 * The Jacobian of one step, 2^exponent·diag(d)·W. The slopes d are kept apart from W, since a product can then hold its
 * small singular values to many digits although the slopes differ by orders of magnitude.
 */
public final class StepJacobian {
    private final double[] d;
    private final double[][] w;
    private final long exponent;

    private StepJacobian(double[] d, double[][] w, long exponent) {
        this.d = d;
        this.w = w;
        this.exponent = exponent;
    }

    /** {@return ∂h_t/∂h_{t-1} = carry·I + gain·diag(φ′(z_t))·W_hh of a vanilla network, t = 1..T} */
    public static StepJacobian of(RnnTask task, Trajectory run, int t) {
        int n = task.hidden();
        if (task.carry() == 0) {
            RnnStretch stretch = run.withStep(t);
            double[] d = Arrays.copyOfRange(stretch.slope, stretch.slopeAt(t), stretch.slopeAt(t) + n);
            for (int i = 0; i < n; i++) {
                d[i] *= task.gain();
            }
            return new StepJacobian(d, task.whh().shared(), stretch.slopeExponent(t));
        }
        return of(Mat.filled(
                n,
                n,
                (i, j) -> (i == j ? task.carry() : 0)
                        + task.gain() * run.slope(t, i).value() * task.whh().at(i, j)));
    }

    /** {@return ∂s_t/∂s_{t-1} of a gated network, s the whole state: its row k is what one step back makes of e_k} */
    public static StepJacobian of(GatedTask task, GatedTape tape, int t) {
        int width = task.hidden() * task.cell().vectors();
        double[][] rows = new double[width][width];
        double[] toInput = new double[task.whh().rows()];
        double[] toHidden = new double[task.whh().rows()];
        for (int k = 0; k < width; k++) {
            Interrupts.poll();
            double[] unit = new double[width];
            unit[k] = 1;
            FastGated.stepBack(task, tape, t, unit, toInput, toHidden, rows[k]);
        }
        return of(Mat.of(rows));
    }

    /** {@return a Jacobian that is given entry by entry} */
    public static StepJacobian of(Mat entries) {
        double[] ones = new double[entries.rows()];
        Arrays.fill(ones, 1);
        return new StepJacobian(ones, entries.shared(), 0);
    }

    /** {@return this Jacobian times a vector} */
    public Carried times(Carried v) {
        double[] product = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            double sum = 0;
            for (int j = 0; j < d.length; j++) {
                sum += w[i][j] * v.significands()[j];
            }
            product[i] = d[i] * sum;
        }
        return Carried.of(product, v.exponent() + exponent);
    }

    /** {@return whether both are the same, number for number} */
    public boolean isSame(StepJacobian other) {
        return exponent == other.exponent
                && Arrays.equals(d, other.d)
                && (w == other.w || Arrays.deepEquals(w, other.w));
    }

    /** {@return d, {@code [n]}, to be read only} */
    public double[] slopes() {
        return d;
    }

    /** {@return W, {@code [n][n]}, to be read only} */
    public double[][] rows() {
        return w;
    }

    /** {@return the power of two} */
    public long exponent() {
        return exponent;
    }
}
