package gradflow.report;

/**
 * How the numbers of one column are written. All digits shown are right: the exact binary value is rounded half to even,
 * as C's printf and so Python do.
 */
public sealed interface Format {

    /** Powers of ten: {@code 2.366e-04} for 3 decimals. */
    record Scientific(int decimals) implements Format {}

    /** A fixed number of decimals: {@code 0.630} for 3. */
    record Fixed(int decimals) implements Format {}

    /** So many significant digits, in the shorter of the two ways above, without trailing zeros. */
    record Significant(int digits) implements Format {}

    /** {@return powers of ten with so many decimals} */
    static Format scientific(int decimals) {
        return new Scientific(decimals);
    }

    /** {@return a fixed number of decimals} */
    static Format fixed(int decimals) {
        return new Fixed(decimals);
    }

    /** {@return so many significant digits} */
    static Format significant(int digits) {
        return new Significant(digits);
    }
}
