package gradflow.internal.kernel;

/** What is minimised: how far an answer y is from its target. */
public enum Objective {
    /** (y − target)², the mean over the entries of y. */
    SQUARED_ERROR {
        @Override
        public double loss(double[] y, double[] target, double[] slope) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double miss = y[i] - target[i];
                sum += miss * miss;
                slope[i] = 2 * miss / y.length;
            }
            return sum / y.length;
        }
    },
    /** −ln of the share that softmax(y) gives to the class which is the target's one entry. */
    CROSS_ENTROPY {
        @Override
        public double loss(double[] y, double[] target, double[] slope) {
            double most = Double.NEGATIVE_INFINITY;
            for (double score : y) {
                most = Math.max(most, score);
            }
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                slope[i] = StrictMath.exp(y[i] - most);
                sum += slope[i];
            }
            for (int i = 0; i < y.length; i++) {
                slope[i] /= sum;
            }
            int right = (int) target[0];
            slope[right] -= 1;
            return StrictMath.log(sum) + most - y[right];
        }
    };

    /**
     * {@return the loss of one answer}
     *
     * @param y read, the answer
     * @param target read
     * @param slope written, ∂loss/∂y
     */
    public abstract double loss(double[] y, double[] target, double[] slope);
}
