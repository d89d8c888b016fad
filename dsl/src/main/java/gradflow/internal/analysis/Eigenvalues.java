package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.complex.Complex;

/**
 * The eigenvalues of a square matrix and its spectral radius ρ = max |λ|: the one guarded door to commons-math3's
 * EigenDecomposition, which by itself fails or is silently wrong on matrices of low rank, with dead units, at unusual
 * scales, badly balanced.
 *
 * <p>The matrix is split into irreducible diagonal blocks (a triangular matrix has its diagonal read off), each block is
 * balanced and scaled by powers of two, decomposed, and the answer verified.
 *
 * <p>Accuracy: ρ to a relative error of 1e-10 on every family of EigenvaluesTest whose eigenvalues are determined that
 * well, at scales from 1e-300 to 1e300; on others {@link #uncertainty()} says how far ρ is known.
 */
public final class Eigenvalues {
    /** Moduli that differ by less than this part of ρ count as equal when sorting: they differ by rounding alone. */
    private static final double TIE = 0x1p-46;

    private final Complex[] values;
    private final Scaled radius;
    private final double uncertainty;

    private Eigenvalues(Complex[] values, Scaled radius, double uncertainty) {
        this.values = values;
        this.radius = radius;
        this.uncertainty = uncertainty;
    }

    /** {@return the eigenvalues of {@code a}, or refuses a matrix that isn't square or has NaN or infinite entries} */
    public static Eigenvalues of(Mat a) {
        List<BlockSpectrum> blocks = blocks(a);
        Scaled radius = radius(blocks);
        RadiusInterval interval = new RadiusInterval(Scaled.ZERO, Scaled.ZERO);
        List<Complex> values = new ArrayList<>(a.rows());
        for (BlockSpectrum block : blocks) {
            interval = interval.max(RadiusInterval.of(block));
            for (Complex value : block.values()) {
                values.add(CommonsMath.scaled(value, block.exponent()));
            }
        }
        values.sort(byFallingModulus(radius));
        return new Eigenvalues(
                values.toArray(Complex[]::new),
                radius,
                interval.distanceFrom(radius).value());
    }

    /** {@return ρ(a), infinite where it exceeds the largest double; about half the work of {@link #of(Mat)}} */
    public static double spectralRadius(Mat a) {
        return radius(blocks(a)).value();
    }

    /** {@return the eigenvalues by falling modulus, ties by falling real, then falling imaginary part} */
    public Complex[] values() {
        return values.clone();
    }

    /** {@return ρ, infinite where it exceeds the largest double} */
    public double radius() {
        return radius.value();
    }

    /** {@return ρ also where it lies outside the range of a double} */
    public Scaled scaledRadius() {
        return radius;
    }

    /**
     * {@return how far the true ρ of these very entries may lie from {@link #radius()}: about 1e-14·‖A‖ for an ordinary
     * matrix, 0 for a triangular one, much more where eigenvalues nearly coincide and share one eigenvector}
     */
    public double uncertainty() {
        return uncertainty;
    }

    private static List<BlockSpectrum> blocks(Mat a) {
        double[][] rows = Finite.square("the eigenvalues", a).toRows();
        List<BlockSpectrum> blocks = new ArrayList<>();
        for (int[] indices : IrreducibleBlocks.of(rows)) {
            double[][] block = new double[indices.length][indices.length];
            for (int i = 0; i < indices.length; i++) {
                for (int j = 0; j < indices.length; j++) {
                    block[i][j] = rows[indices[i]][indices[j]];
                }
            }
            blocks.add(BlockSpectrum.of(block));
        }
        return blocks;
    }

    private static Scaled radius(List<BlockSpectrum> blocks) {
        return blocks.stream()
                .map(BlockSpectrum::radius)
                .max(Comparator.naturalOrder())
                .orElse(Scaled.ZERO);
    }

    private static Comparator<Complex> byFallingModulus(Scaled radius) {
        double unit = TIE * radius.value();
        return Comparator.<Complex>comparingDouble(value -> -inUnits(value.abs(), unit))
                .thenComparingDouble(value -> -inUnits(value.getReal(), unit))
                .thenComparingDouble(value -> -inUnits(value.getImaginary(), unit));
    }

    /** {@return x / unit rounded to an integer, or x itself where there is no unit} */
    private static double inUnits(double x, double unit) {
        return unit > 0 && Double.isFinite(unit) ? Math.rint(x / unit) + 0.0 : x;
    }
}
