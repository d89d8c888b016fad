package gradflow.internal.kernel;

/**
 * The state of a network on its way forward through time. One step is {@link #begin}, the product with W_hh, {@link #finish};
 * sequences that go side by side take each of the three together.
 */
abstract class Advancing {
    /** h_{t-1} after {@link #begin}, {@code [n]}: what W_hh is multiplied by. */
    final double[] before;

    /** What the product with W_hh is added to. */
    final double[] sums;

    Advancing(double[] before, double[] sums) {
        this.before = before;
        this.sums = sums;
    }

    /** Fetches h_{t-1}, and what step t has without it. */
    abstract void begin(int t);

    /** {@return whether the state after step t is there now; otherwise a pre-activation left the range of a double} */
    abstract boolean finish(int t);
}
