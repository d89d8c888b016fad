package gradflow.internal.kernel;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The gradients of runs of many lengths over the same inputs. They share one forward pass, since a shorter run is the
 * beginning of a longer one, and go back together: a run joins where its last step is, and each row of W_hh that is
 * fetched serves all of them. Each gets the bits that a pass of its own would give it.
 */
public final class ManyLengths {
    private ManyLengths() {}

    /** Shown the gradients. The arrays are the kernel's own: read only, valid during the call. */
    @FunctionalInterface
    public interface Gradients {

        /**
         * Shows ∂L/∂h_t of one of the runs, of an LSTM's that and ∂L/∂c_t.
         *
         * @param run its place among the lengths
         * @param t its length..0, falling
         * @param g read, {@code [n]}, of an LSTM {@code [2n]}
         * @param exponent of two, common to g
         */
        void gradient(int run, int t, double[] g, long exponent);
    }

    /**
     * Carries ∂L/∂h back through time from the end of each run, as {@link RnnKernel#backward} does from one.
     *
     * @param task the longest run
     * @param trajectory how it ran, unbroken
     * @param seeds the same of each run, at its own end
     * @param lengths each from 0 to the longest, in any order
     * @param gradients shown each step of each run
     */
    public static void backward(
            RnnTask task, Trajectory trajectory, RnnKernel.Seeds seeds, int[] lengths, Gradients gradients) {
        StepSlopes slopes = new StepSlopes(trajectory.hidden(), trajectory::withStep);
        backward(task.whh(), lengths, () -> new RnnReturning(task, seeds, slopes), gradients);
    }

    /**
     * The same of a gated network: the gradients are those of the whole state, as {@link GatedKernel#backward} has them.
     *
     * @param task the longest run
     * @param tape how it ran, unbroken
     * @param seeds the same of each run, at its own end
     * @param lengths each from 0 to the longest, in any order
     * @param gradients shown each step of each run
     */
    public static void backward(
            GatedTask task, GatedTape tape, RnnKernel.Seeds seeds, int[] lengths, Gradients gradients) {
        backward(task.whh(), lengths, () -> new GatedReturning(task, tape::withStep, seeds), gradients);
    }

    private static void backward(Mat whh, int[] lengths, Supplier<Returning> another, Gradients gradients) {
        Integer[] order = new Integer[lengths.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Integer.compare(lengths[b], lengths[a]));
        Returning[] runs = new Returning[lengths.length];
        double[][] g = new double[lengths.length][];
        double[][] factors = new double[lengths.length][];
        int going = 0;
        for (int t = order.length == 0 ? -1 : lengths[order[0]]; t >= 0; t--) {
            Interrupts.poll();
            for (int k = 0; k < going; k++) {
                runs[k].split(t + 1, 1);
            }
            Rows.addCombinations(whh.shared(), factors, g, going, whh.columns());
            for (int k = 0; k < going; k++) {
                runs[k].settle(t + 1);
            }
            for (; going < order.length && lengths[order[going]] == t; going++) {
                runs[going] = another.get();
                g[going] = runs[going].g;
                factors[going] = runs[going].factors;
            }
            for (int k = 0; k < going; k++) {
                gradients.gradient(order[k], t, g[k], runs[k].exponent());
            }
        }
    }
}
