package gradflow.internal.analysis;

/**
 * Proofs that σ_min(A − z·I) exceeds γ at every point of a circle: (A − z·I)(A − z·I)ᴴ − γ²·I is a form on the
 * unit circle for z = r·e^{iθ}. Squares are what it costs: γ below about
 * 1e-7·‖A‖ can't be told from 0.
 */
final class ResolventCertificate {
    private static final double UNIT = 0x1p-53;

    private final double[][] a;
    private final double[][] square;
    private final double norm;

    /** @param a read, {@code [n][n]}, entries of modulus below 1 */
    ResolventCertificate(double[][] a) {
        this.a = a;
        square = square(a);
        norm = Norms.frobenius(a);
    }

    /** {@return what γ² must lie below σ_min², so that a proof at |z| = r can succeed} */
    double loss(double r) {
        int n = a.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, square[i][i]);
        }
        return CircleCertificate.loss(n, largest + r * r, errorOfCircle(r));
    }

    /** An entry of the square is rounded once, a diagonal one three times; so is r·a_ij. */
    private double errorOfCircle(double r) {
        return 2 * UNIT * (Norms.frobenius(square) + 4 * r * r + r * norm);
    }

    /** {@return A·Aᵀ, each entry rounded once} */
    private static double[][] square(double[][] a) {
        TwofoldDot products = new TwofoldDot(a);
        double[][] square = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                square[i][j] = products.product(i, j);
                square[j][i] = square[i][j];
            }
        }
        return square;
    }

    /** {@return whether it is proven that σ_min(A − z·I)² &gt; {@code gammaSquared} wherever |z| = r} */
    boolean onCircle(double r, double gammaSquared) {
        int n = a.length;
        double[][] q = new double[n][n];
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                q[i][j] = square[i][j];
                b[i][j] = -r * a[i][j];
            }
            q[i][i] += r * r - gammaSquared;
        }
        return CircleCertificate.holds(q, b, errorOfCircle(r));
    }
}
