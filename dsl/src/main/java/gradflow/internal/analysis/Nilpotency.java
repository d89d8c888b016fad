package gradflow.internal.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether Aⁿ = 0 exactly, so that every eigenvalue is 0. No floating eigenvalue routine can tell: the 5×5 integer matrix
 * that EigTool and MATLAB call gallery(5) comes back with ρ ≈ 0.04. Doubles are integers times a power of two, so big
 * integers can.
 */
final class Nilpotency {
    private static final int MOST_ROWS = 16;
    private static final int MOST_BITS = 300;

    private Nilpotency() {}

    /**
     * {@return whether {@code a} is nilpotent; false also where that is too dear to find out}
     *
     * @param a read, {@code [n][n]}, finite
     */
    static boolean isCertain(double[][] a) {
        if (a.length > MOST_ROWS || trace(a).signum() != 0) {
            return false;
        }
        BigInteger[][] power = integers(a);
        if (power.length < a.length || traceOfSquare(power).signum() != 0) {
            return false;
        }
        for (int exponent = 1; exponent < a.length; exponent *= 2) {
            power = squared(power);
        }
        return Arrays.stream(power).flatMap(Arrays::stream).allMatch(x -> x.signum() == 0);
    }

    private static BigDecimal trace(double[][] a) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(new BigDecimal(a[i][i]));
        }
        return sum;
    }

    /** {@return 2^k · a for a k that makes all entries integers, or nothing if their exponents lie too far apart} */
    private static BigInteger[][] integers(double[][] a) {
        int above = Scaling.exponentAbove(a);
        double[][] scaled = Scaling.shifted(a, -above);
        List<BigInteger[]> rows = new ArrayList<>();
        for (double[] row : scaled) {
            BigInteger[] integers = new BigInteger[row.length];
            for (int j = 0; j < row.length; j++) {
                double integer = Math.scalb(row[j], MOST_BITS);
                if (integer != Math.rint(integer) || (row[j] == 0) != (a[rows.size()][j] == 0)) {
                    return new BigInteger[0][];
                }
                integers[j] = new BigDecimal(integer).toBigInteger();
            }
            rows.add(integers);
        }
        return rows.toArray(BigInteger[][]::new);
    }

    private static BigInteger traceOfSquare(BigInteger[][] a) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum = sum.add(a[i][j].multiply(a[j][i]));
            }
        }
        return sum;
    }

    private static BigInteger[][] squared(BigInteger[][] a) {
        BigInteger[][] square = new BigInteger[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                BigInteger sum = BigInteger.ZERO;
                for (int k = 0; k < a.length; k++) {
                    sum = sum.add(a[i][k].multiply(a[k][j]));
                }
                square[i][j] = sum;
            }
        }
        return square;
    }
}
