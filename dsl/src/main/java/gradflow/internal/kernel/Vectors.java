package gradflow.internal.kernel;

/** Sums over parts of arrays, with one order of summation whatever the length. */
public final class Vectors {
    /** Within these bounds squares neither overflow nor lose digits that count. */
    private static final double LARGE = 0x1p300;

    private static final double SMALL = 0x1p-300;

    /** A shift by more than this makes any double 0 or infinite. */
    private static final int FARTHEST = 3000;

    private static final int LONG = 16;

    private Vectors() {}

    /**
     * {@return the largest modulus of {@code length} entries from {@code at}, NaN if one is NaN} The bits of moduli are
     * in the order of their values, with infinity and NaN behind them, and longs compare faster.
     */
    static double largest(double[] v, int at, int length) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        int i = at;
        for (int end = at + length - 3; i < end; i += 4) {
            a = Math.max(a, modulusBits(v[i]));
            b = Math.max(b, modulusBits(v[i + 1]));
            c = Math.max(c, modulusBits(v[i + 2]));
            d = Math.max(d, modulusBits(v[i + 3]));
        }
        for (; i < at + length; i++) {
            a = Math.max(a, modulusBits(v[i]));
        }
        return Double.longBitsToDouble(Math.max(Math.max(a, b), Math.max(c, d)));
    }

    private static long modulusBits(double x) {
        return Double.doubleToRawLongBits(x) & Long.MAX_VALUE;
    }

    /** {@return whether no entry is infinite or NaN} */
    static boolean isFinite(double[] v) {
        return Double.isFinite(largest(v, 0, v.length));
    }

    /** Fills {@code to} with the entries of {@code from} that begin at {@code at}. Few are sooner copied than handed over. */
    static void copy(double[] from, int at, double[] to) {
        if (to.length >= LONG) {
            System.arraycopy(from, at, to, 0, to.length);
            return;
        }
        for (int i = 0; i < to.length; i++) {
            to[i] = from[at + i];
        }
    }

    /** Multiplies every entry by k. */
    static void scale(double[] v, double k) {
        for (int i = 0; k != 1 && i < v.length; i++) {
            v[i] *= k;
        }
    }

    /** Multiplies {@code length} entries from {@code at} by 2^shift. */
    static void shift(double[] v, int at, int length, long shift) {
        int bounded = (int) Math.max(-FARTHEST, Math.min(FARTHEST, shift));
        for (int i = at; bounded != 0 && i < at + length; i++) {
            v[i] = Math.scalb(v[i], bounded);
        }
    }

    /**
     * Moves a vector that is getting out of the safe range back to the middle of it.
     *
     * @return the power of two that was taken out of the entries, mostly 0
     */
    static long recentre(double[] v, int at, int length) {
        double most = largest(v, at, length);
        if ((most <= LARGE && most >= SMALL) || most == 0 || !Double.isFinite(most)) {
            return 0;
        }
        int exponent = Math.getExponent(most);
        shift(v, at, length, -exponent);
        return exponent;
    }

    /** {@return 2^exponent·‖v‖₂ of {@code length} entries from {@code at}} */
    public static Scaled norm(double[] v, int at, int length, long exponent) {
        double squares = squares(v, at, length);
        // Then the largest entry lies between the bounds below.
        if (squares >= length * SMALL * SMALL && squares <= LARGE * LARGE) {
            return new Scaled(Math.sqrt(squares), exponent);
        }
        double most = largest(v, at, length);
        if (most == 0 || !Double.isFinite(most)) {
            return Scaled.of(most);
        }
        int shift = most > LARGE || most < SMALL ? -Math.getExponent(most) : 0;
        return new Scaled(Math.sqrt(shift == 0 ? squares : shiftedSquares(v, at, length, shift)), exponent - shift);
    }

    /** Four sums side by side, since additions of one sum wait for each other. */
    private static double squares(double[] v, int at, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = at;
        for (int end = at + length - 3; i < end; i += 4) {
            a += v[i] * v[i];
            b += v[i + 1] * v[i + 1];
            c += v[i + 2] * v[i + 2];
            d += v[i + 3] * v[i + 3];
        }
        for (; i < at + length; i++) {
            a += v[i] * v[i];
        }
        return (a + b) + (c + d);
    }

    private static double shiftedSquares(double[] v, int at, int length, int shift) {
        double[] near = new double[length];
        for (int i = 0; i < length; i++) {
            near[i] = Math.scalb(v[at + i], shift);
        }
        return squares(near, 0, length);
    }

    /** {@return 2^exponent·‖Σ_k s_k·rows[k]‖₂} */
    public static Scaled normOfCombination(double[][] rows, double[] s, long exponent) {
        double[] sum = new double[rows.length == 0 ? 0 : rows[0].length];
        Rows.addCombination(rows, s, sum);
        return norm(sum, 0, sum.length, exponent);
    }

    /**
     * Brings a plain vector and one with an exponent of its own to one exponent, so that they can be added.
     *
     * @param plain read and written: given with exponent 0
     * @param carried read and written
     * @param exponent of carried
     * @return the exponent of both from now on
     */
    static long meet(double[] plain, double[] carried, long exponent) {
        if (exponent == 0 || largest(plain, 0, plain.length) == 0) {
            return exponent;
        }
        if (exponent > 0) {
            shift(plain, 0, plain.length, -exponent);
            return exponent;
        }
        // What is plain outweighs what is left of the other.
        shift(carried, 0, carried.length, exponent);
        return 0;
    }

    /**
     * Adds a plain vector to the front of one with an exponent of its own.
     *
     * @param plain read, with exponent 0
     * @param carried read and written, at least as long
     * @param exponent of carried
     * @return the exponent of the sum
     */
    static long add(double[] plain, double[] carried, long exponent) {
        return addSpoiling(plain.clone(), carried, exponent);
    }

    /** The same, where the plain vector isn't needed any more and may be shifted. */
    static long addSpoiling(double[] plain, double[] carried, long exponent) {
        long common = meet(plain, carried, exponent);
        for (int i = 0; i < plain.length; i++) {
            carried[i] += plain[i];
        }
        return common;
    }
}
