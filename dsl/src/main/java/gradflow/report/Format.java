package gradflow.report;

import gradflow.internal.check.Check;
import gradflow.internal.kernel.Scaled;
import gradflow.report.text.NumberText;

/**
 * How the numbers of one column are written. All digits shown are right: the exact binary value is rounded half to even,
 * as C's printf and so Python do.
 *
 * <p>An exact 0 is {@code 0}, or {@code 0.000} where decimals are fixed, and nothing else is ever written as a zero: a
 * number too small for its decimals is written with a power of ten. The infinities are ∞ and -∞; what is not a number is
 * {@code undefined}.
 */
public sealed interface Format {

    /** {@return {@code x} in this format} */
    String text(Scaled x);

    /** {@return {@code x} in this format} */
    default String text(double x) {
        return text(Scaled.of(x));
    }

    /** Powers of ten: {@code 2.366e-04} for 3 decimals. */
    record Scientific(int decimals) implements Format {
        /** Refuses a negative count. */
        public Scientific {
            decimals = Check.atLeast(
                    0,
                    decimals,
                    "scientific(decimals)",
                    "decimals",
                    "Format.scientific(" + decimals + ")",
                    "scientific(3), which writes 2.366e-04");
        }

        @Override
        public String text(Scaled x) {
            return NumberText.scientific(x, decimals);
        }
    }

    /**
     * A fixed number of decimals: {@code 0.630} for 3. A number that would become 0, or is larger than 10¹⁵, is written as
     * a power of ten instead.
     */
    record Fixed(int decimals) implements Format {
        /** Refuses a negative count. */
        public Fixed {
            decimals = Check.atLeast(
                    0,
                    decimals,
                    "fixed(decimals)",
                    "decimals",
                    "Format.fixed(" + decimals + ")",
                    "fixed(3), which writes 0.630");
        }

        @Override
        public String text(Scaled x) {
            return NumberText.fixed(x, decimals);
        }
    }

    /**
     * So many significant digits, without trailing zeros, as C's %g: plain from 0.0001 up to so many digits before the
     * point, a power of ten outside.
     */
    record Significant(int digits) implements Format {
        /** Refuses less than one digit. */
        public Significant {
            digits = Check.atLeast(
                    1,
                    digits,
                    "significant(digits)",
                    "digits",
                    "Format.significant(" + digits + ")",
                    "significant(6), which writes 0.630214");
        }

        @Override
        public String text(Scaled x) {
            return NumberText.significant(x, digits);
        }
    }

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
