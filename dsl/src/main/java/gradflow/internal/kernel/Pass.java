package gradflow.internal.kernel;

import java.util.List;

/**
 * Sequences that go through one network side by side, forward and back. Each row of W_hh that is fetched serves all of them,
 * and each gets the bits that it has alone.
 */
public abstract class Pass {
    private final int sequences;
    private final int steps;
    private final int hidden;
    private int brokenAt;

    Pass(int sequences, int steps, int hidden) {
        this.sequences = sequences;
        this.steps = steps;
        this.hidden = hidden;
    }

    /** What the loss says of the state of each step. */
    public interface Seeds {

        /**
         * {@return whether the loss depends on h_t other than by later states}
         *
         * @param sequence from 0
         * @param t T..1
         * @param h read, {@code [n]}: h_t
         * @param own written, {@code [n]}: ∂L/∂h_t but for what comes back from later steps
         */
        boolean seed(int sequence, int t, double[] h, double[] own);
    }

    /**
     * The gradient of one of the weights, summed over steps and sequences.
     *
     * @param total of the weight's shape; 0 or infinite where a double can't hold it
     * @param norm its Frobenius norm
     */
    public record Gradient(Mat total, Scaled norm) {
        static Gradient of(OuterSum sum) {
            return new Gradient(sum.total(), sum.norm());
        }
    }

    /** {@return the step at which a pre-activation left the range of a double, so that there is no way back, or 0} */
    public final int brokenAt() {
        return brokenAt;
    }

    final Pass run() {
        Advancing[] states = new Advancing[sequences];
        double[][] vectors = new double[sequences][];
        double[][] products = new double[sequences][];
        for (int k = 0; k < sequences; k++) {
            states[k] = advancing(k);
            vectors[k] = states[k].before;
            products[k] = states[k].sums;
        }
        double[][] columns = whh().transposed().shared();
        for (int t = 1; t <= steps && brokenAt == 0; t++) {
            Interrupts.poll();
            for (Advancing state : states) {
                state.begin(t);
            }
            Rows.addCombinations(columns, vectors, products, sequences, whh().rows());
            for (Advancing state : states) {
                if (!state.finish(t)) {
                    brokenAt = t;
                }
            }
        }
        return this;
    }

    /**
     * {@return ∂L/∂ of each of the weights, in the order in which they came}
     *
     * @param seeds asked for each sequence at each step, from T down
     */
    public final List<Gradient> backward(Seeds seeds) {
        Returning[] gradients = new Returning[sequences];
        double[][] vectors = new double[sequences][];
        double[][] products = new double[sequences][];
        for (int k = 0; k < sequences; k++) {
            gradients[k] = returning(k);
            vectors[k] = gradients[k].factors;
            products[k] = gradients[k].g;
        }
        double[] h = new double[hidden];
        double[] own = new double[hidden];
        for (int t = steps; t >= 1; t--) {
            Interrupts.poll();
            for (int k = 0; k < sequences; k++) {
                readState(k, t, h);
                if (seeds.seed(k, t, h, own)) {
                    gradients[k].join(own);
                }
                gradients[k].split(t, 1);
                addTerms(k, t);
            }
            Rows.addCombinations(whh().shared(), vectors, products, sequences, hidden);
            for (Returning gradient : gradients) {
                gradient.settle(t);
            }
        }
        return gradients();
    }

    /** {@return nothing that the loss says of the last state by itself: what it says comes step by step} */
    static RnnKernel.Seeds silence(int hidden) {
        return new RnnKernel.Seeds(Mat.of(new double[1][hidden]), false);
    }

    abstract Mat whh();

    abstract Advancing advancing(int sequence);

    abstract Returning returning(int sequence);

    abstract void readState(int sequence, int t, double[] h);

    /** Adds what step t of a sequence, which has been split, gives to the gradients of the weights. */
    abstract void addTerms(int sequence, int t);

    abstract List<Gradient> gradients();
}
