package gradflow.internal.analysis;

import gradflow.internal.kernel.Scaled;
import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;

/** The eigenvalues of one irreducible diagonal block: 2^exponent · values. */
final class BlockSpectrum {
    private final double[][] rows;
    private final Complex[] values;
    private final int exponent;

    private BlockSpectrum(double[][] rows, Complex[] values, int exponent) {
        this.rows = rows;
        this.values = values;
        this.exponent = exponent;
    }

    /**
     * {@return the spectrum of {@code a}}
     *
     * @param a read, {@code [n][n]}, finite and irreducible
     */
    static BlockSpectrum of(double[][] a) {
        if (a.length == 1) {
            return new BlockSpectrum(a, new Complex[] {new Complex(a[0][0], 0)}, 0);
        }
        if (Nilpotency.isCertain(a)) {
            return new BlockSpectrum(new double[1][1], zeros(a.length), 0);
        }
        Balancing.Balanced balanced = Balancing.of(a);
        double[][] rows = balanced.rows();
        Complex[] values = a.length == 2
                ? TwoByTwo.eigenvalues(rows[0][0], rows[0][1], rows[1][0], rows[1][1])
                : VerifiedDecomposition.eigenvalues(rows);
        return new BlockSpectrum(rows, values, balanced.exponent());
    }

    private static Complex[] zeros(int n) {
        Complex[] zeros = new Complex[n];
        Arrays.fill(zeros, Complex.ZERO);
        return zeros;
    }

    /** {@return the eigenvalues divided by 2^exponent, themselves, not a copy} */
    Complex[] values() {
        return values;
    }

    /** {@return the power of two common to all} */
    int exponent() {
        return exponent;
    }

    /** {@return the balanced block divided by 2^exponent; one entry where the eigenvalues are exact} */
    double[][] rows() {
        return rows;
    }

    /** {@return the largest |λ|} */
    Scaled radius() {
        double largest = 0;
        for (Complex value : values) {
            largest = Math.max(largest, value.abs());
        }
        return new Scaled(largest, exponent);
    }
}
