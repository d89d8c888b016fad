package gradflow.internal.kernel;

/**
 * b + W·x_t of one step after the other. Where inputs are many, some steps are computed side by side, so that W is fetched
 * once for all of them; each gets the bits that it has alone.
 */
final class FromInputs {
    private static final int TOGETHER = 8;

    /** Below so many inputs a step there is little to fetch. */
    private static final int MANY = 8;

    private final double[][] columns;
    private final double[] bias;
    private final double[][] x;
    private final double[][] sums;
    private final double[][] inputs;
    private int first;
    private int count;

    /**
     * Begins.
     *
     * @param w W, which has no columns where there is no input
     * @param bias read, {@code [rows]}
     * @param x row t − 1 is x_t
     */
    FromInputs(Mat w, double[] bias, Mat x) {
        columns = w.transposed().shared();
        this.bias = bias;
        this.x = x.shared();
        boolean many = columns.length >= MANY;
        sums = new double[many ? TOGETHER : 0][bias.length];
        inputs = new double[sums.length][];
    }

    /** Writes b + W·x_t to z, {@code [rows]}; steps rise by one. */
    void write(int t, double[] z) {
        if (sums.length == 0) {
            Vectors.copy(bias, 0, z);
            if (columns.length > 0) {
                Rows.addCombination(columns, x[t - 1], z, z.length);
            }
            return;
        }
        if (t < first || t >= first + count) {
            first = t;
            count = Math.min(TOGETHER, x.length - t + 1);
            for (int i = 0; i < count; i++) {
                Vectors.copy(bias, 0, sums[i]);
                inputs[i] = x[t - 1 + i];
            }
            Rows.addCombinations(columns, inputs, sums, count, z.length);
        }
        Vectors.copy(sums[t - first], 0, z);
    }
}
