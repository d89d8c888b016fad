package gradflow.model;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;

/** Random matrices. */
sealed interface Drawn extends Recipe {

    /** Entries N(0, std²). */
    record Gaussian(double std) implements Drawn {
        public Gaussian {
            std = Check.notNegative(
                    std,
                    "gaussian(std)",
                    "std",
                    Expression.call("gaussian", std),
                    "gaussian(0.1), a standard deviation");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            return Shapes.finite(this, random.randn(rows, columns).times(std));
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return TorchCode.randn(rows, columns).times(std);
        }

        @Override
        public String toString() {
            return Expression.call("gaussian", std);
        }
    }

    /** Entries uniform on [-bound, bound). */
    record Uniform(double bound) implements Drawn {
        public Uniform {
            bound = Check.notNegative(
                    bound,
                    "uniform(bound)",
                    "bound",
                    Expression.call("uniform", bound),
                    "uniform(0.5), entries between -0.5 and 0.5");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            return Shapes.finite(this, random.uniform(rows, columns, -bound, bound));
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            String b = Numerals.plain(bound);
            return TorchCode.widened("torch.empty(" + rows + ", " + columns + ").uniform_(-" + b + ", " + b + ")");
        }

        @Override
        public String toString() {
            return Expression.call("uniform", bound);
        }
    }

    /** Entries N(0, g²/n) for n columns, so that ρ is near g whatever the size. */
    record Ginibre(double g) implements Drawn {
        public Ginibre {
            g = Check.notNegative(
                    g,
                    "ginibre(g)",
                    "g",
                    Expression.call("ginibre", g),
                    "ginibre(1), whose eigenvalues fill the unit disc");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            return Shapes.finite(this, random.randn(rows, columns).times(g / Math.sqrt(columns)));
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return TorchCode.product(
                    Numerals.plain(g) + " / math.sqrt(" + columns + ") * " + TorchCode.randn(rows, columns));
        }

        @Override
        public String toString() {
            return Expression.call("ginibre", g);
        }
    }

    /**
     * {@code gain} times a random matrix with orthonormal rows or columns, as {@code torch.nn.init.orthogonal_} draws it.
     * The draw is PyTorch's; the factorisation is done in double, so that Q is orthogonal to the last digits and its
     * powers stay so. PyTorch's float32 result differs by up to 1e-6.
     */
    record Orthogonal(double gain) implements Drawn {
        public Orthogonal {
            gain = Check.finite(
                    gain, "orthogonal(gain)", "gain", Expression.call("orthogonal", gain), "orthogonal(), gain 1");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            Mat normal = random.randn(rows, columns);
            Mat q = rows < columns
                    ? Orthonormal.columnsOf(normal.transposed()).transposed()
                    : Orthonormal.columnsOf(normal);
            return Shapes.finite(this, q.times(gain));
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return TorchCode.call(TorchFunction.ORTHOGONAL, rows + ", " + columns)
                    .times(gain);
        }

        @Override
        public String toString() {
            return gain == 1 ? "orthogonal()" : Expression.call("orthogonal", gain);
        }
    }

    /**
     * A random unitary matrix on n/2 complex units, each written as two real ones: a + bi is the block [[a, -b], [b, a]].
     * Drawn as the real parts, then the imaginary ones, of a complex normal matrix, of which it is the Q.
     */
    record Unitary() implements Drawn {
        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            int n = Shapes.square(this, rows, columns);
            if (n % 2 == 1) {
                throw new Refusal(
                        "unitary(): a complex unit takes two real ones, so n must be even, but was " + n,
                        "unitary()",
                        "orthogonal(), which takes any n, or " + (n + 1) + " units");
            }
            Mat real = random.randn(n / 2, n / 2);
            Mat imaginary = random.randn(n / 2, n / 2);
            // The Q of the realified matrix is the realified Q: odd columns only repeat, turned, what even ones say.
            Mat q = Orthonormal.columnsOf(realified(n, (i, j) -> real.at(i, j), (i, j) -> imaginary.at(i, j)));
            return realified(n, (i, j) -> q.at(2 * i, 2 * j), (i, j) -> q.at(2 * i + 1, 2 * j));
        }

        private static Mat realified(int n, Mat.Entry real, Mat.Entry imaginary) {
            return Mat.filled(n, n, (i, j) -> {
                if (i % 2 == j % 2) {
                    return real.at(i / 2, j / 2);
                }
                double b = imaginary.at(i / 2, j / 2);
                return i % 2 == 1 ? b : -b;
            });
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return TorchCode.call(TorchFunction.UNITARY, "" + rows);
        }

        @Override
        public String toString() {
            return "unitary()";
        }
    }
}
