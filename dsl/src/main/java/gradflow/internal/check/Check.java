package gradflow.internal.check;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.jspecify.annotations.Nullable;

/**
 * Argument checks that refuse a bad value when the word is spoken. Each takes the expression as far as it goes and what
 * to try, so that the message can stand alone.
 *
 * <p>Comparisons are written as {@code !(x > 0)}, which is true for NaN too.
 */
public final class Check {
    private Check() {}

    /** {@return {@code value}, or refuses NaN and the infinities} */
    @CanIgnoreReturnValue
    public static double finite(double value, String word, String argument, String where, String remedy) {
        if (!Double.isFinite(value)) {
            throw new Refusal(
                    word + ": " + argument + " must be a finite number, but was " + Numerals.plain(value),
                    where,
                    remedy);
        }
        return value;
    }

    /** {@return {@code value}, or refuses what is negative, NaN or infinite} */
    @CanIgnoreReturnValue
    public static double notNegative(double value, String word, String argument, String where, String remedy) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new Refusal(
                    word + ": " + argument + " must be a finite number, 0 or more, but was " + Numerals.plain(value),
                    where,
                    remedy);
        }
        return value;
    }

    /** {@return {@code value}, or refuses what is below {@code least}} */
    @CanIgnoreReturnValue
    public static int atLeast(int least, int value, String word, String argument, String where, String remedy) {
        if (value < least) {
            throw new Refusal(
                    word + ": " + argument + " must be at least " + least + ", but was " + value, where, remedy);
        }
        return value;
    }

    /** {@return {@code value}, or refuses what lies outside {@code low..high}} */
    @CanIgnoreReturnValue
    public static int within(int low, int high, int value, String word, String argument, String where, String remedy) {
        if (value < low || value > high) {
            throw new Refusal(
                    word + ": " + argument + " must be in " + low + ".." + high + ", but was " + value, where, remedy);
        }
        return value;
    }

    /** {@return {@code value}, or refuses null} */
    @CanIgnoreReturnValue
    public static <T> T present(@Nullable T value, String word, String argument, String where, String remedy) {
        if (value == null) {
            throw new Refusal(word + ": " + argument + " must not be null", where, remedy);
        }
        return value;
    }
}
