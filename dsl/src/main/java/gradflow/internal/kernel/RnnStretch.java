package gradflow.internal.kernel;

/**
 * Steps of a vanilla network: the states h_from..h_to and the slopes φ′(z_{from+1})..φ′(z_to). Entry i of h_t is
 * {@code h[at(t) + i]}·2^{@code exponent(t)}, and likewise of the slopes.
 */
final class RnnStretch extends Stretch {
    private final int n;
    final double[] h;
    final double[] slope;
    private final long[] hExponent;
    private final int[] slopeExponent;

    /** A stretch of which h_from alone is there: {@code start[at..at+n-1]}·2^exponent. */
    RnnStretch(int from, int to, double[] start, int at, int n, long exponent) {
        super(from, to);
        this.n = n;
        h = new double[(to - from + 1) * n];
        hExponent = new long[to - from + 1];
        slope = new double[(to - from) * n];
        slopeExponent = new int[to - from];
        System.arraycopy(start, at, h, 0, n);
        hExponent[0] = exponent;
    }

    /** {@return where h_t begins} */
    int at(int t) {
        return (t - from()) * n;
    }

    /** {@return where φ′(z_t) begins} */
    int slopeAt(int t) {
        return (t - 1 - from()) * n;
    }

    long exponent(int t) {
        return hExponent[t - from()];
    }

    void exponent(int t, long exponent) {
        hExponent[t - from()] = exponent;
    }

    int slopeExponent(int t) {
        return slopeExponent[t - 1 - from()];
    }

    void slopeExponent(int t, int exponent) {
        slopeExponent[t - 1 - from()] = exponent;
    }

    @Override
    double[] end() {
        return h;
    }

    @Override
    int endAt() {
        return at(to());
    }

    @Override
    long endExponent() {
        return exponent(to());
    }
}
