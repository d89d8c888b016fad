package gradflow.model;

import gradflow.internal.kernel.Mat;
import java.util.Optional;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How a matrix is drawn: W_hh, W_xh, the inputs, and as a matrix of one row a bias or a start. A recipe has no shape and
 * no seed; the network that it is given to has both. Its text is the expression that makes it.
 *
 * <pre>{@code
 * identity(0.5).plusNoise(0.05).withSpectralRadius(0.9).sample(4)
 * }</pre>
 */
public sealed interface Recipe permits Structured, Given, Gallery, FromFile, Drawn, TorchInit, Combined {

    /** {@return this recipe's matrix plus normal noise of this standard deviation, drawn after it} */
    default Recipe plusNoise(double std) {
        return new Combined.Noisy(this, std);
    }

    /** {@return this recipe's matrix plus another's, drawn after it} */
    default Recipe plus(Recipe other) {
        return new Combined.Plus(this, other);
    }

    /** {@return k times this recipe's matrix} */
    default Recipe times(double k) {
        return new Combined.Times(this, k);
    }

    /** {@return this recipe's matrix, scaled so that its largest |eigenvalue| is {@code rho}} */
    default Recipe withSpectralRadius(double rho) {
        return new Combined.WithSpectralRadius(this, rho);
    }

    /** {@return this recipe's matrix, scaled so that its largest singular value is {@code sigma}} */
    default Recipe withNorm(double sigma) {
        return new Combined.WithNorm(this, sigma);
    }

    /** {@return an n×n matrix drawn with seed 0} */
    default RealMatrix sample(int n) {
        return sample(n, n, 0, "n", "" + n);
    }

    /** {@return a matrix of this shape drawn with seed 0} */
    default RealMatrix sample(int rows, int columns) {
        return sample(rows, columns, 0, "rows, columns", rows + ", " + columns);
    }

    /** {@return a matrix of this shape, drawn row by row as PyTorch would after {@code torch.manual_seed(seed)}} */
    default RealMatrix sample(int rows, int columns, long seed) {
        return sample(rows, columns, seed, "rows, columns, seed", rows + ", " + columns + ", " + seed);
    }

    private RealMatrix sample(int rows, int columns, long seed, String parameters, String arguments) {
        Shapes.sampled(rows, columns, "sample(" + parameters + ")", this + ".sample(" + arguments + ")");
        return MatrixUtils.createRealMatrix(
                draw(rows, columns, new TorchRandom(seed)).toRows());
    }

    /** {@return a matrix of this shape, drawn from {@code random}} */
    Mat draw(int rows, int columns, TorchRandom random);

    /** {@return PyTorch code for a matrix of this shape, which draws what {@link #draw} draws} */
    TorchCode torch(int rows, int columns);

    /** {@return the matrix itself, where it is there already and isn't drawn: it decides the sizes that were left open} */
    default Optional<Mat> given() {
        return Optional.empty();
    }
}
