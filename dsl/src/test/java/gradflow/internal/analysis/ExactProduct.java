package gradflow.internal.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;

/** A product of matrices and its singular values in decimal arithmetic of any precision: the truth to test against. */
final class ExactProduct {
    private final MathContext context;
    private BigDecimal[][] rows;

    ExactProduct(int n, int digits) {
        context = new MathContext(digits);
        rows = new BigDecimal[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = i == j ? BigDecimal.ONE : BigDecimal.ZERO;
            }
        }
    }

    /** J ← J·diag(d)·W. */
    void step(double[] d, double[][] w) {
        int n = rows.length;
        BigDecimal[][] product = new BigDecimal[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int k = 0; k < n; k++) {
                    BigDecimal factor = new BigDecimal(d[k]).multiply(new BigDecimal(w[k][j]), context);
                    sum = sum.add(rows[i][k].multiply(factor, context), context);
                }
                product[i][j] = sum;
            }
        }
        rows = product;
    }

    BigDecimal entry(int i, int j) {
        return rows[i][j];
    }

    /** {@return the singular values, falling, by one-sided Jacobi on the rows} */
    BigDecimal[] singularValues() {
        BigDecimal[][] x = Arrays.stream(rows).map(BigDecimal[]::clone).toArray(BigDecimal[][]::new);
        boolean turned = true;
        while (turned) {
            turned = false;
            for (int i = 0; i < x.length; i++) {
                for (int j = i + 1; j < x.length; j++) {
                    turned |= rotate(x[i], x[j]);
                }
            }
        }
        return Arrays.stream(x)
                .map(row -> dot(row, row).sqrt(context))
                .sorted(Comparator.reverseOrder())
                .toArray(BigDecimal[]::new);
    }

    private boolean rotate(BigDecimal[] x, BigDecimal[] y) {
        BigDecimal a = dot(x, x);
        BigDecimal b = dot(y, y);
        BigDecimal c = dot(x, y);
        BigDecimal smallest = a.multiply(b, context).multiply(new BigDecimal("1e-60"), context);
        if (c.multiply(c, context).compareTo(smallest) <= 0) {
            return false;
        }
        BigDecimal zeta = b.subtract(a, context).divide(c.add(c), context);
        BigDecimal root =
                BigDecimal.ONE.add(zeta.multiply(zeta, context), context).sqrt(context);
        BigDecimal t = BigDecimal.ONE.divide(zeta.abs().add(root, context), context);
        t = zeta.signum() < 0 ? t.negate() : t;
        BigDecimal cosine = BigDecimal.ONE.divide(
                BigDecimal.ONE.add(t.multiply(t, context), context).sqrt(context), context);
        BigDecimal sine = cosine.multiply(t, context);
        for (int k = 0; k < x.length; k++) {
            BigDecimal p = x[k];
            BigDecimal q = y[k];
            x[k] = cosine.multiply(p, context).subtract(sine.multiply(q, context), context);
            y[k] = sine.multiply(p, context).add(cosine.multiply(q, context), context);
        }
        return true;
    }

    private BigDecimal dot(BigDecimal[] x, BigDecimal[] y) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < x.length; k++) {
            sum = sum.add(x[k].multiply(y[k], context), context);
        }
        return sum;
    }
}
