package gradflow.internal.kernel;

import java.util.Arrays;

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
         * Shows ∂L/∂h_t of one of the runs.
         *
         * @param run its place among the lengths
         * @param t its length..0, falling
         * @param g read, {@code [n]}
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
        Integer[] order = new Integer[lengths.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Integer.compare(lengths[b], lengths[a]));
        Returning[] runs = new Returning[lengths.length];
        double[][] g = new double[lengths.length][];
        double[][] delta = new double[lengths.length][];
        double[] slopes = new double[task.hidden()];
        int going = 0;
        for (int t = order.length == 0 ? -1 : lengths[order[0]]; t >= 0; t--) {
            Interrupts.poll();
            if (going > 0) {
                RnnStretch stretch = trajectory.withStep(t + 1);
                System.arraycopy(stretch.slope, stretch.slopeAt(t + 1), slopes, 0, slopes.length);
                for (int k = 0; k < going; k++) {
                    runs[k].split(slopes, stretch.slopeExponent(t + 1), 1);
                }
            }
            Rows.addCombinations(task.whh().shared(), delta, g, going);
            for (int k = 0; k < going; k++) {
                runs[k].settle(t + 1);
            }
            for (; going < order.length && lengths[order[going]] == t; going++) {
                runs[going] = new Returning(task, trajectory, seeds);
                g[going] = runs[going].g;
                delta[going] = runs[going].delta;
            }
            for (int k = 0; k < going; k++) {
                gradients.gradient(order[k], t, g[k], runs[k].exponent());
            }
        }
    }
}
