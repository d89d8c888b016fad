package gradflow.model;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import java.util.Arrays;
import java.util.List;

/**
 * The scalar L that is differentiated, a linear function of the states. Its text is the expression that makes it.
 *
 * <pre>{@code
 * rnn().unroll(20).loss(unitOfLast(2)).gradNorms()
 * }</pre>
 */
public sealed interface Loss {

    /** {@return L = sum(h_T)} */
    static Loss sumLast() {
        return new SumLast();
    }

    /** {@return L = h_T[i], i from 0} */
    static Loss unitOfLast(int i) {
        return new UnitOfLast(i);
    }

    /** {@return L = sum(h_1) + … + sum(h_T)} */
    static Loss sumEveryStep() {
        return new SumEveryStep();
    }

    /** {@return L = v·h_T} */
    static Loss direction(double... v) {
        return Direction.of(v);
    }

    /** {@return ∂L/∂h_T as far as L sees h_T itself; of every h_t, t ≥ 1, if {@link #everyStep}} */
    double[] atLast(int hidden);

    /** {@return whether L sees each of h_1..h_T, and not h_T alone} */
    default boolean everyStep() {
        return false;
    }

    /** {@return L as a formula} */
    String formula();

    /** {@return L as PyTorch code, for a list {@code h} of h_0..h_T, each of shape {@code [n]} or {@code [1, n]}} */
    String torch();

    /** L = sum(h_T). */
    record SumLast() implements Loss {
        @Override
        public double[] atLast(int hidden) {
            return ones(hidden);
        }

        @Override
        public String formula() {
            return "sum(h_T)";
        }

        @Override
        public String torch() {
            return "h[T].sum()";
        }

        @Override
        public String toString() {
            return "sumLast()";
        }
    }

    /** L = h_T[i]. */
    record UnitOfLast(int i) implements Loss {
        private static final String WORD = "unitOfLast(i)";

        public UnitOfLast {
            i = Check.atLeast(0, i, WORD, "i", text(i), "unitOfLast(0), the first unit");
        }

        @Override
        public double[] atLast(int hidden) {
            double[] seed = new double[hidden];
            seed[Check.within(0, hidden - 1, i, WORD, "i", text(i), text(hidden - 1) + ", the last unit")] = 1;
            return seed;
        }

        @Override
        public String formula() {
            return "h_T[" + i + "]";
        }

        @Override
        public String torch() {
            return "h[T][..., " + i + "]";
        }

        @Override
        public String toString() {
            return text(i);
        }

        private static String text(int i) {
            return "unitOfLast(" + i + ")";
        }
    }

    /** L = sum(h_1) + … + sum(h_T). */
    record SumEveryStep() implements Loss {
        @Override
        public double[] atLast(int hidden) {
            return ones(hidden);
        }

        @Override
        public boolean everyStep() {
            return true;
        }

        @Override
        public String formula() {
            return "Σ_t sum(h_t)";
        }

        @Override
        public String torch() {
            return "sum(h_t.sum() for h_t in h[1:])";
        }

        @Override
        public String toString() {
            return "sumEveryStep()";
        }
    }

    /** L = v·h_T. */
    record Direction(List<Double> v) implements Loss {
        private static final String REMEDY = "direction(1, -1) for two units";

        public Direction {
            v = Vectors.finite("direction", v, REMEDY);
        }

        private static Direction of(double... v) {
            return new Direction(Vectors.of("direction", v, REMEDY));
        }

        @Override
        public double[] atLast(int hidden) {
            if (v.size() != hidden) {
                throw new Refusal(
                        "direction(v…): as many numbers as units are needed, " + hidden + ", but there are " + v.size(),
                        toString(),
                        "sumLast(), which takes any number of units");
            }
            return v.stream().mapToDouble(Double::doubleValue).toArray();
        }

        @Override
        public String formula() {
            return "v·h_T, v = " + Expression.call("", v);
        }

        @Override
        public String torch() {
            return "h[T] @ "
                    + TorchCode.vector(
                            v.stream().mapToDouble(Double::doubleValue).toArray());
        }

        @Override
        public String toString() {
            return Expression.call("direction", v);
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
