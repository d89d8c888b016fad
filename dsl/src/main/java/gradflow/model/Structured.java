package gradflow.model;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import java.util.List;

/** Matrices of a known form: nothing is drawn. */
sealed interface Structured extends Recipe {

    /** s on the diagonal of a matrix of any shape. */
    record ScaledIdentity(double s) implements Structured {
        public ScaledIdentity {
            s = Check.finite(
                    s, "identity(s)", "s", Expression.call("identity", s), "identity(0.5), half the identity matrix");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            return Mat.filled(rows, columns, (i, j) -> i == j ? s : 0);
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            String shape = rows == columns ? "" + rows : rows + ", " + columns;
            return TorchCode.widened("torch.eye(" + shape + ")").times(s);
        }

        @Override
        public String toString() {
            return Expression.call("identity", s);
        }
    }

    /** 0 everywhere. */
    record Zeros() implements Structured {
        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            return Mat.filled(rows, columns, (i, j) -> 0);
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return TorchCode.widened("torch.zeros(" + rows + ", " + columns + ")");
        }

        @Override
        public String toString() {
            return "zeros()";
        }
    }

    /** These values on the diagonal, and so as eigenvalues. */
    record Diagonal(List<Double> values) implements Structured {
        private static final String REMEDY = "diagonal(0.9, 0.5) for a 2×2 matrix";

        public Diagonal {
            values = Vectors.finite("diagonal", values, REMEDY);
        }

        static Diagonal of(double... values) {
            return new Diagonal(Vectors.of("diagonal", values, REMEDY));
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            if (Shapes.square(this, rows, columns) != values.size()) {
                throw new Refusal(
                        "diagonal(v…): a " + rows + "×" + columns + " matrix needs " + rows + " numbers, but there are "
                                + values.size(),
                        toString(),
                        "as many numbers as rows, or identity(0.5), whose diagonal is of any length");
            }
            return Mat.filled(rows, columns, (i, j) -> i == j ? values.get(i) : 0);
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return TorchCode.vector(
                            values.stream().mapToDouble(Double::doubleValue).toArray())
                    .then(".diag()");
        }

        @Override
        public String toString() {
            return Expression.call("diagonal", values);
        }
    }

    /** Blocks that turn a plane by θ; where n is odd, the last unit is left as it is. */
    record Rotation(double theta) implements Structured {
        public Rotation {
            theta = Check.finite(
                    theta,
                    "rotation(θ)",
                    "θ",
                    Expression.call("rotation", theta),
                    "rotation(0.1), an angle in radians");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            int n = Shapes.square(this, rows, columns);
            double cosine = StrictMath.cos(theta);
            double sine = StrictMath.sin(theta);
            return Mat.filled(rows, columns, (i, j) -> {
                if (i == j) {
                    return i == n - 1 && n % 2 == 1 ? 1 : cosine;
                }
                return i / 2 == j / 2 ? (i > j ? sine : -sine) : 0;
            });
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return TorchCode.call(TorchFunction.ROTATION, rows + ", " + Numerals.plain(theta));
        }

        @Override
        public String toString() {
            return Expression.call("rotation", theta);
        }
    }

    /** λ on the diagonal, {@code off} above it: one eigenvalue and one eigenvector. */
    record Jordan(double lambda, double off) implements Structured {
        public Jordan {
            String where = text(lambda, off);
            lambda = Check.finite(lambda, "jordan(λ, off)", "λ", where, "jordan(0.9)");
            off = Check.finite(off, "jordan(λ, off)", "off", where, "jordan(0.9, 1)");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            int n = Shapes.square(this, rows, columns);
            return Mat.filled(n, n, (i, j) -> i == j ? lambda : j == i + 1 ? off : 0);
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return TorchCode.widened("torch.eye(" + rows + ")")
                    .times(lambda)
                    .plus(aboveDiagonal(rows).times(off));
        }

        @Override
        public String toString() {
            return text(lambda, off);
        }

        private static String text(double lambda, double off) {
            return off == 1 ? Expression.call("jordan", lambda) : Expression.call("jordan", lambda, off);
        }
    }

    /** α from each unit to the one before it and nothing else: ρ = 0, and yet a signal grows for n - 1 steps if α > 1. */
    record Chain(double alpha) implements Structured {
        public Chain {
            alpha = Check.finite(alpha, "chain(α)", "α", Expression.call("chain", alpha), "chain(1.02)");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            int n = Shapes.square(this, rows, columns);
            return Mat.filled(n, n, (i, j) -> j == i + 1 ? alpha : 0);
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return aboveDiagonal(rows).times(alpha);
        }

        @Override
        public String toString() {
            return Expression.call("chain", alpha);
        }
    }

    private static TorchCode aboveDiagonal(int n) {
        return TorchCode.widened("torch.ones(" + (n - 1) + ").diag(1)");
    }
}
