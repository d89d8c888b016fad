package gradflow.internal.kernel;

import java.util.ArrayList;
import java.util.List;

/** An optimiser at work: makes new weights of the old ones and their gradients, and keeps what it has to remember. */
public abstract class Descent {

    /** {@return {@code torch.optim.SGD}: w − rate·g} */
    public static Descent sgd(double rate) {
        return new Descent() {
            @Override
            void begin() {
                // Nothing depends on the number of the step.
            }

            @Override
            void move(int weight, int row, double[] w, double[] g, double[] next) {
                for (int j = 0; j < w.length; j++) {
                    next[j] = w[j] + -rate * g[j];
                }
            }
        };
    }

    /** {@return {@code torch.optim.Adam} with its β₁ = 0.9, β₂ = 0.999 and ε = 1e-8} */
    public static Descent adam(double rate, List<Mat> weights) {
        return new Adam(rate, weights);
    }

    /**
     * {@return the weights after one step more}
     *
     * @param weights before it
     * @param gradients of the same shapes
     * @param coefficient what clipping multiplies them by
     */
    public final List<Mat> next(List<Mat> weights, List<Mat> gradients, double coefficient) {
        begin();
        List<Mat> next = new ArrayList<>();
        for (int k = 0; k < weights.size(); k++) {
            double[][] w = weights.get(k).shared();
            double[][] g = gradients.get(k).shared();
            double[][] moved = new double[w.length][weights.get(k).columns()];
            double[] clipped = new double[weights.get(k).columns()];
            for (int i = 0; i < w.length; i++) {
                System.arraycopy(g[i], 0, clipped, 0, clipped.length);
                Vectors.scale(clipped, coefficient);
                move(k, i, w[i], clipped, moved[i]);
            }
            next.add(Mat.owning(moved, weights.get(k).columns()));
        }
        return next;
    }

    abstract void begin();

    /**
     * Moves one row.
     *
     * @param weight which of the weights
     * @param row of it
     * @param w read
     * @param g read
     * @param next written
     */
    abstract void move(int weight, int row, double[] w, double[] g, double[] next);

    /**
     * In the order of PyTorch's operations: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², then w − step·m / (√v/√(1−β₂^t) + ε) with
     * step = rate/(1−β₁^t).
     *
     * @see "Kingma, Ba (2015), Adam: A Method for Stochastic Optimization"
     */
    private static final class Adam extends Descent {
        private static final double BETA_1 = 0.9;
        private static final double BETA_2 = 0.999;
        private static final double AWAY_FROM_ZERO = 1e-8;

        private final double rate;
        private final List<double[][]> means;
        private final List<double[][]> squares;
        private int steps;
        private double step;
        private double root;

        Adam(double rate, List<Mat> weights) {
            this.rate = rate;
            means = zeros(weights);
            squares = zeros(weights);
        }

        private static List<double[][]> zeros(List<Mat> weights) {
            return weights.stream()
                    .map(weight -> new double[weight.rows()][weight.columns()])
                    .toList();
        }

        @Override
        void begin() {
            steps++;
            step = rate / (1 - StrictMath.pow(BETA_1, steps));
            root = Math.sqrt(1 - StrictMath.pow(BETA_2, steps));
        }

        @Override
        void move(int weight, int row, double[] w, double[] g, double[] next) {
            double[] mean = means.get(weight)[row];
            double[] square = squares.get(weight)[row];
            remember(g, mean, square);
            step(w, mean, square, -step, root, next);
        }

        private static void remember(double[] g, double[] mean, double[] square) {
            for (int j = 0; j < g.length; j++) {
                mean[j] = mean[j] * BETA_1 + (1 - BETA_1) * g[j];
                square[j] = square[j] * BETA_2 + (1 - BETA_2) * g[j] * g[j];
            }
        }

        private static void step(double[] w, double[] mean, double[] square, double by, double root, double[] next) {
            for (int j = 0; j < w.length; j++) {
                next[j] = w[j] + by * mean[j] / (Math.sqrt(square[j]) / root + AWAY_FROM_ZERO);
            }
        }
    }
}
