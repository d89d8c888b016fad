package gradflow.model;

import com.google.errorprone.annotations.Immutable;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A matrix of the textbooks, by name and size. It is there already: nothing is drawn when a network is. */
public record Gallery(Piece piece, int n) implements Recipe {
    private static final String ALL = "gallery(), which lists the names";

    /** What the gallery has. */
    public enum Piece {
        GRCAR(
                "grcar",
                32,
                2,
                512,
                "eigenvalues far more sensitive than they look",
                n -> Mat.filled(n, n, (i, j) -> j == i - 1 ? -1 : j >= i && j <= i + 3 ? 1 : 0)),
        JORDAN(
                "jordan",
                4,
                1,
                512,
                "0.9, and 1 above it: one eigenvalue, one vector",
                n -> square(Recipes.jordan(0.9), n)),
        SHIFT("shift", 10, 1, 512, "1 above the diagonal: ρ = 0, w = cos(π/(n+1))", n -> square(Recipes.chain(1), n)),
        CHAIN(
                "chain",
                10,
                1,
                512,
                "1.02 above the diagonal: ρ = 0, grows n-1 steps",
                n -> square(Recipes.chain(1.02), n)),
        CHAIN4("chain4", 4, 4, 4, "0.5, and 2 above it: ρ = 0.5, ‖W^5‖ = 21.2", n -> square(Recipes.jordan(0.5, 2), n)),
        GALLERY5("gallery5", 5, 5, 5, "integers with W^5 = 0 that rounding hides", n -> Mat.of(GALLERY_5)),
        TRIDIAGONAL(
                "tridiagonal",
                10,
                1,
                512,
                "-1, 2, -1: λ_k = 2 - 2·cos(kπ/(n+1))",
                n -> Mat.filled(n, n, (i, j) -> i == j ? 2 : Math.abs(i - j) == 1 ? -1 : 0)),
        CIRCULANT(
                "circulant",
                8,
                2,
                512,
                "a ring of halves: λ_k = (1 + e^{2πik/n})/2",
                n -> Mat.filled(n, n, (i, j) -> (i == j ? 0.5 : 0) + (j == (i + 1) % n ? 0.5 : 0))),
        COMPANION("companion", 10, 1, 18, "of (x-1)(x-2)…(x-n), by Wilkinson", Gallery::companion),
        ROTATION(
                "rotation",
                4,
                2,
                512,
                "planes turned by 0.1 radians: every |λ| = 1",
                n -> square(Recipes.rotation(0.1), n)),
        HILBERT(
                "hilbert",
                8,
                1,
                512,
                "1/(i+j-1): symmetric, nearly singular",
                n -> Mat.filled(n, n, (i, j) -> 1.0 / (i + j + 1))),
        FRANK(
                "frank",
                12,
                1,
                512,
                "pairs λ, 1/λ; the small ones ill-conditioned",
                n -> Mat.filled(n, n, (i, j) -> j >= i - 1 ? n - Math.max(i, j) : 0)),
        ROSSER("rosser", 8, 8, 8, "symmetric: eigenvalues that nearly coincide", n -> Mat.of(ROSSER_8)),
        HADAMARD("hadamard", 8, 1, 512, "Sylvester's ±1, n a power of two: λ = ±√n", Gallery::hadamard),
        TOEPLITZ(
                "toeplitz",
                5,
                3,
                64,
                "100 above, 1e-4 two below: ρ = ∛3, ‖W^4‖ = 10^8",
                n -> Mat.filled(n, n, (i, j) -> j == i + 1 ? 100 : i == j + 2 ? 1e-4 : 0)),
        ADVECTION("advection", 30, 2, 128, "0.015u″ + u′ at n inner Chebyshev points", Chebyshev::advection),
        GINIBRE(
                "ginibre",
                32,
                1,
                512,
                "N(0, 1/n), seed 0: the circular law, ρ near 1",
                n -> square(Recipes.ginibre(1), n)),
        SHIFTED_GINIBRE(
                "shifted-ginibre",
                32,
                1,
                512,
                "I/2 + 0.05·N(0, 1), seed 0: ρ ≈ 0.5 + 0.05·√n",
                n -> square(Recipes.identity(0.5).plusNoise(0.05), n));

        private final String title;
        private final int usual;
        private final int least;
        private final int most;
        private final String line;
        private final Maker maker;

        Piece(String title, int usual, int least, int most, String line, Maker maker) {
            this.title = title;
            this.usual = usual;
            this.least = least;
            this.most = most;
            this.line = line;
            this.maker = maker;
        }

        /** {@return the name that it goes by} */
        public String title() {
            return title;
        }

        /** {@return the size that it has if none is said} */
        public int usual() {
            return usual;
        }

        /** {@return which sizes it can have, as text} */
        public String sizes() {
            return least == most ? "" + least : least + ".." + most;
        }

        /** {@return what it is, in a line} */
        public String line() {
            return line;
        }
    }

    /** Makes a piece of size n. */
    @Immutable
    @FunctionalInterface
    private interface Maker {
        Mat of(int n);
    }

    private static final double[][] GALLERY_5 = {
        {-9, 11, -21, 63, -252},
        {70, -69, 141, -421, 1684},
        {-575, 575, -1149, 3451, -13801},
        {3891, -3891, 7782, -23345, 93365},
        {1024, -1024, 2048, -6144, 24572}
    };

    private static final double[][] ROSSER_8 = {
        {611, 196, -192, 407, -8, -52, -49, 29},
        {196, 899, 113, -192, -71, -43, -8, -44},
        {-192, 113, 899, 196, 61, 49, 8, 52},
        {407, -192, 196, 611, 8, 44, 59, -23},
        {-8, -71, 61, 8, 411, -599, 208, 208},
        {-52, -43, 49, 44, -599, 411, 208, 208},
        {-49, -8, 8, 59, 208, 208, 99, -911},
        {29, -44, 52, -23, 208, 208, -911, 99}
    };

    /** Refuses a size that this piece doesn't have. */
    public Gallery {
        String where = text(piece.title, n);
        if (n < piece.least || n > piece.most) {
            throw new Refusal(
                    "gallery(name, n): " + piece.title + " has n = " + piece.sizes() + ", but was " + n,
                    where,
                    text(piece.title, Math.max(piece.least, Math.min(piece.most, n))));
        }
        if (piece == Piece.HADAMARD && Integer.bitCount(n) != 1) {
            throw new Refusal(
                    "gallery(name, n): hadamard has n = 1, 2, 4, 8, …, but was " + n,
                    where,
                    text(piece.title, Integer.highestOneBit(n)));
        }
    }

    /** {@return the piece of this name and size, or refuses a name that there isn't} */
    static Gallery of(String name, int n) {
        return new Gallery(piece(name, text(name, n)), n);
    }

    /** {@return the piece of this name in its usual size} */
    static Gallery of(String name) {
        Piece piece = piece(name, "gallery(" + quoted(name) + ")");
        return new Gallery(piece, piece.usual);
    }

    private static Piece piece(String name, String where) {
        List<String> titles = Arrays.stream(Piece.values()).map(Piece::title).toList();
        String wanted = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return Arrays.stream(Piece.values())
                .filter(piece -> piece.title.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "gallery(name): there is no " + quoted(name),
                        where,
                        NearestNames.to(wanted, titles) + "; or " + ALL));
    }

    private static String quoted(String name) {
        return name == null ? "null" : Expression.brief(name);
    }

    private static String text(String name, int n) {
        return "gallery(" + quoted(name) + ", " + n + ")";
    }

    private static Mat square(Recipe recipe, int n) {
        return recipe.draw(n, n, new TorchRandom(0));
    }

    private static Mat companion(int n) {
        BigInteger[] p = {BigInteger.ONE};
        for (int k = 1; k <= n; k++) {
            BigInteger[] q = new BigInteger[k + 1];
            Arrays.fill(q, BigInteger.ZERO);
            for (int i = 0; i < k; i++) {
                q[i] = q[i].add(p[i]);
                q[i + 1] = q[i + 1].subtract(p[i].multiply(BigInteger.valueOf(k)));
            }
            p = q;
        }
        BigInteger[] coefficients = p;
        return Mat.filled(n, n, (i, j) -> i == 0 ? -coefficients[j + 1].doubleValue() : i == j + 1 ? 1 : 0);
    }

    private static Mat hadamard(int n) {
        return Mat.filled(n, n, (i, j) -> Integer.bitCount(i & j) % 2 == 0 ? 1 : -1);
    }

    private Mat matrix() {
        return piece.maker.of(n);
    }

    @Override
    public Mat draw(int rows, int columns, TorchRandom random) {
        if (rows != n || columns != n) {
            throw new Refusal(
                    "gallery(name, n): a " + rows + "×" + columns + " matrix is needed, but this one is " + n + "×" + n,
                    toString(),
                    rows == columns ? text(piece.title, rows) : ALL);
        }
        return matrix();
    }

    @Override
    public TorchCode torch(int rows, int columns) {
        return TorchCode.matrix(matrix());
    }

    @Override
    public Optional<Mat> given() {
        return Optional.of(matrix());
    }

    @Override
    public String toString() {
        return text(piece.title, n);
    }
}
