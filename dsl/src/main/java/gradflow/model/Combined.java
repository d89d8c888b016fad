package gradflow.model;

import gradflow.internal.analysis.Eigenvalues;
import gradflow.internal.analysis.SingularValues;
import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import java.util.Optional;

/** Recipes made of recipes. */
sealed interface Combined extends Recipe {

    /** A sum; the left side is drawn first. */
    record Plus(Recipe base, Recipe other) implements Combined {
        public Plus {
            other = Check.present(other, "plus(recipe)", "recipe", base + ".plus(null)", base + ".plus(gaussian(0.1))");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            Mat left = base.draw(rows, columns, random);
            return Shapes.finite(this, left.plus(other.draw(rows, columns, random)));
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return base.torch(rows, columns).plus(other.torch(rows, columns));
        }

        @Override
        public Optional<Mat> given() {
            return other.given().flatMap(unused -> Combined.whole(this, base));
        }

        @Override
        public String toString() {
            return base + ".plus(" + other + ")";
        }
    }

    /** Normal noise on top, drawn after the base. */
    record Noisy(Recipe base, double std) implements Combined {
        public Noisy {
            std = Check.notNegative(
                    std,
                    "plusNoise(std)",
                    "std",
                    base + Expression.call(".plusNoise", std),
                    base + ".plusNoise(0.05), a standard deviation");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            Mat clean = base.draw(rows, columns, random);
            return Shapes.finite(this, clean.plus(random.randn(rows, columns).times(std)));
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return base.torch(rows, columns).plus(TorchCode.randn(rows, columns).times(std));
        }

        @Override
        public String toString() {
            return base + Expression.call(".plusNoise", std);
        }
    }

    /** A multiple. */
    record Times(Recipe base, double k) implements Combined {
        public Times {
            k = Check.finite(k, "times(k)", "k", base + Expression.call(".times", k), base + ".times(2)");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            return Shapes.finite(this, base.draw(rows, columns, random).times(k));
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return base.torch(rows, columns).times(k);
        }

        @Override
        public Optional<Mat> given() {
            return Combined.whole(this, base);
        }

        @Override
        public String toString() {
            return base + Expression.call(".times", k);
        }
    }

    /** The multiple whose largest |eigenvalue| is ρ. */
    record WithSpectralRadius(Recipe base, double rho) implements Combined {
        public WithSpectralRadius {
            rho = Check.notNegative(
                    rho,
                    "withSpectralRadius(ρ)",
                    "ρ",
                    base + Expression.call(".withSpectralRadius", rho),
                    base + ".withSpectralRadius(0.9)");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            int n = Shapes.square(this, rows, columns);
            Mat drawn = base.draw(n, n, random);
            double radius = Eigenvalues.spectralRadius(drawn);
            if (radius == 0 && rho > 0) {
                throw new Refusal(
                        "withSpectralRadius(ρ): every eigenvalue of " + base + " is 0, and so is that of any multiple",
                        toString(),
                        base + Expression.call(".withNorm", rho) + ", which scales the largest singular value");
            }
            return radius == 0 ? drawn : Shapes.finite(this, drawn.times(rho / radius));
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return base.torch(rows, columns).passedTo(TorchFunction.WITH_SPECTRAL_RADIUS, rho);
        }

        @Override
        public Optional<Mat> given() {
            return Combined.whole(this, base);
        }

        @Override
        public String toString() {
            return base + Expression.call(".withSpectralRadius", rho);
        }
    }

    /** The multiple whose largest singular value is σ. */
    record WithNorm(Recipe base, double sigma) implements Combined {
        public WithNorm {
            sigma = Check.notNegative(
                    sigma, "withNorm(σ)", "σ", base + Expression.call(".withNorm", sigma), base + ".withNorm(1)");
        }

        @Override
        public Mat draw(int rows, int columns, TorchRandom random) {
            Mat drawn = base.draw(rows, columns, random);
            double norm = SingularValues.norm2(drawn);
            if (norm == 0 && sigma > 0) {
                throw new Refusal(
                        "withNorm(σ): every entry of " + base + " is 0, and so is that of any multiple",
                        toString(),
                        Expression.call("orthogonal", sigma) + ", or another recipe that isn't 0");
            }
            return norm == 0 ? drawn : Shapes.finite(this, drawn.times(sigma / norm));
        }

        @Override
        public TorchCode torch(int rows, int columns) {
            return base.torch(rows, columns).passedTo(TorchFunction.WITH_NORM, sigma);
        }

        @Override
        public Optional<Mat> given() {
            return Combined.whole(this, base);
        }

        @Override
        public String toString() {
            return base + Expression.call(".withNorm", sigma);
        }
    }

    /** {@return what is made of a matrix that is there already, without a draw} */
    private static Optional<Mat> whole(Recipe combined, Recipe base) {
        return base.given().map(matrix -> combined.draw(matrix.rows(), matrix.columns(), new TorchRandom(0)));
    }
}
