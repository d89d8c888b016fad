package gradflow.network;

import gradflow.internal.kernel.Carried;
import gradflow.internal.kernel.FastGated;
import gradflow.internal.kernel.GatedTape;
import gradflow.internal.kernel.GatedTask;
import gradflow.internal.kernel.Interrupts;
import gradflow.result.Gates;
import java.util.List;

/**
 * Splits the gradient of a gated network by the path that it takes back, as the step back is linear in it.
 *
 * <p>With s_t = (h_t, c_t) as independent and B_t the map from ∂L/∂s_t to ∂L/∂s_{t-1}:
 *
 * <ul>
 *   <li>kept: what goes from cell to cell through f (GRU: from h to h through z) and nowhere else;
 *   <li>recurrent: what goes from h to h through W_hh at every step (LSTM alone; of a GRU this is part of the rest);
 *   <li>cross: everything that changes between the two. It is carried by itself, not taken as a difference.
 * </ul>
 */
final class GatePaths {
    /**
     * The parts of ∂L/∂s_t.
     *
     * @param kept along the direct path
     * @param recurrent along h alone
     * @param cross along changing paths
     */
    private record Parts(Carried kept, Carried recurrent, Carried cross) {
        Gates.Flow norms() {
            Carried whole = kept.plus(recurrent).plus(cross);
            return new Gates.Flow(kept.norm(), recurrent.norm(), cross.norm(), whole.norm());
        }
    }

    private final GatedTask task;
    private final GatedTape tape;
    private final GatedKind kind;
    private final int n;
    private final int width;

    GatePaths(GatedTask task, GatedTape tape, GatedKind kind) {
        this.task = task;
        this.tape = tape;
        this.kind = kind;
        n = task.hidden();
        width = n * task.cell().vectors();
    }

    /** {@return the norms of the parts for t = 0..T of a loss that sees h_T alone} */
    List<Gates.Flow> of(double[] seed) {
        Gates.Flow[] flows = new Gates.Flow[task.steps() + 1];
        double[] last = new double[width];
        System.arraycopy(seed, 0, last, 0, n);
        Carried all = Carried.of(last, 0);
        Carried none = Carried.zeros(width);
        // A GRU's h is its own cell; an LSTM's gradient enters the cell one step further back.
        Parts parts = !kind.hasCell() ? new Parts(all, none, none) : new Parts(none, all, none);
        flows[task.steps()] = parts.norms();
        for (int t = task.steps(); t >= 1; t--) {
            Interrupts.poll();
            parts = !kind.hasCell() ? stepGru(parts, t) : stepLstm(parts, t);
            flows[t - 1] = parts.norms();
        }
        return List.of(flows);
    }

    private Parts stepGru(Parts after, int t) {
        Step kept = step(after.kept(), t);
        return new Parts(
                kept.direct(),
                Carried.zeros(width),
                kept.through().plus(step(after.cross(), t).whole()));
    }

    private Parts stepLstm(Parts after, int t) {
        Step kept = step(after.kept(), t);
        Step recurrent = step(after.recurrent(), t);
        Carried entering = recurrent.direct();
        Carried cross = kept.through().plus(step(after.cross(), t).whole());
        boolean first = t == task.steps();
        return new Parts(first ? entering : kept.direct(), recurrent.through(), first ? cross : cross.plus(entering));
    }

    /** What one step back makes of a part: what stays off W_hh, and what goes through it. */
    private record Step(Carried direct, Carried through) {
        Carried whole() {
            return direct.plus(through);
        }
    }

    private Step step(Carried part, int t) {
        double[] toInput = new double[kind.cell().gates() * n];
        double[] toHidden = new double[kind.cell().gates() * n];
        double[] direct = new double[width];
        FastGated.throughCell(task, tape, t, part.significands(), toInput, toHidden, direct);
        double[] through = new double[width];
        FastGated.throughWeights(task, toHidden, through);
        return new Step(Carried.of(direct, part.exponent()), Carried.of(through, part.exponent()));
    }
}
