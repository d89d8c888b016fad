package gradflow.internal.kernel;

/** Sums over parts of arrays, with one order of summation whatever the length. */
public final class Vectors {
    /** Within these bounds squares neither overflow nor lose digits that count. */
    private static final double LARGE = 0x1p300;

    private static final double SMALL = 0x1p-300;

    /** A shift by more than this makes any double 0 or infinite. */
    private static final int FARTHEST = 3000;

    private Vectors() {}

    /** {@return the largest modulus of {@code length} entries from {@code at}} */
    static double largest(double[] v, int at, int length) {
        double most = 0;
        for (int i = at; i < at + length; i++) {
            most = Math.max(most, Math.abs(v[i]));
        }
        return most;
    }

    /** {@return whether no entry is infinite or NaN} */
    static boolean isFinite(double[] v) {
        return Double.isFinite(largest(v, 0, v.length));
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
        for (int i = at; i < at + length; i++) {
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
        double most = largest(v, at, length);
        if (most == 0 || !Double.isFinite(most)) {
            return Scaled.of(most);
        }
        int shift = most > LARGE || most < SMALL ? -Math.getExponent(most) : 0;
        double sum = 0;
        for (int i = at; i < at + length; i++) {
            double x = shift == 0 ? v[i] : Math.scalb(v[i], shift);
            sum += x * x;
        }
        return new Scaled(Math.sqrt(sum), exponent - shift);
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
        double[] addend = plain.clone();
        long common = meet(addend, carried, exponent);
        for (int i = 0; i < addend.length; i++) {
            carried[i] += addend[i];
        }
        return common;
    }
}
