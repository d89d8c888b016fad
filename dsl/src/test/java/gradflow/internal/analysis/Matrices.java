package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.QRDecomposition;

/** Matrices to test with: seeded draws and the textbook's families. */
final class Matrices {
    static final Mat GALLERY_5 = Mat.of(new double[][] {
        {-9, 11, -21, 63, -252},
        {70, -69, 141, -421, 1684},
        {-575, 575, -1149, 3451, -13801},
        {3891, -3891, 7782, -23345, 93365},
        {1024, -1024, 2048, -6144, 24572}
    });

    private Matrices() {}

    static Mat gaussian(int n, Random random) {
        return gaussian(n, n, random);
    }

    static Mat gaussian(int rows, int columns, Random random) {
        return Mat.filled(rows, columns, (i, j) -> random.nextGaussian());
    }

    static Mat orthogonal(int n, Random random) {
        return CommonsMath.from(new QRDecomposition(CommonsMath.toRealMatrix(gaussian(n, random))).getQ());
    }

    static Mat times(Mat a, Mat b) {
        return CommonsMath.from(CommonsMath.toRealMatrix(a).multiply(CommonsMath.toRealMatrix(b)));
    }

    static Mat identity(int n) {
        return Mat.filled(n, n, (i, j) -> i == j ? 1 : 0);
    }

    static Mat jordan(int n, double value) {
        return Mat.filled(n, n, (i, j) -> i == j ? value : j == i + 1 ? 1 : 0);
    }

    static Mat grcar(int n) {
        return Mat.filled(n, n, (i, j) -> j == i - 1 ? -1 : j >= i && j <= i + 3 ? 1 : 0);
    }

    static Mat frank(int n) {
        return Mat.filled(n, n, (i, j) -> j >= i - 1 ? n - Math.max(i, j) : 0);
    }

    static Mat hilbert(int n) {
        return Mat.filled(n, n, (i, j) -> 1.0 / (i + j + 1));
    }

    /** A linear congruential generator that also the script knows that wrote the reference values. */
    static Mat congruential(int n, int seed) {
        long[] state = {seed};
        return Mat.filled(n, n, (i, j) -> {
            state[0] = (state[0] * 1103515245 + 12345) % 2147483648L;
            return ((state[0] >> 8) % 2001 - 1000) / 1000.0;
        });
    }

    /** The companion matrix of ∏(x − k), k = 1..n. */
    static Mat wilkinson(int n) {
        BigInteger[] p = {BigInteger.ONE};
        for (int k = 1; k <= n; k++) {
            BigInteger[] q = new BigInteger[p.length + 1];
            Arrays.fill(q, BigInteger.ZERO);
            for (int i = 0; i < p.length; i++) {
                q[i] = q[i].add(p[i]);
                q[i + 1] = q[i + 1].subtract(p[i].multiply(BigInteger.valueOf(k)));
            }
            p = q;
        }
        BigInteger[] coefficients = p;
        return Mat.filled(n, n, (i, j) -> i == 0 ? -coefficients[j + 1].doubleValue() : i == j + 1 ? 1 : 0);
    }
}
