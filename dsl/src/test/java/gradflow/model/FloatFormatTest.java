package gradflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Every pattern of 16 bits, against the definition: (-1)^s · 2^(e - bias) · 1.fraction, the fraction as decimal places. */
class FloatFormatTest {
    @Test
    void everyHalfIsItsDefinition() {
        everyPattern(FloatFormat.F16, 5, 10);
    }

    @Test
    void everyBfloatIsItsDefinition() {
        everyPattern(FloatFormat.BF16, 8, 7);
    }

    @Test
    void widerOnesAreJavas() {
        assertThat(FloatFormat.F32.next(ByteBuffer.allocate(4).putFloat(0, 0.1f)))
                .isEqualTo(0.1f);
        assertThat(FloatFormat.F64.next(ByteBuffer.allocate(8).putDouble(0, 0.1)))
                .isEqualTo(0.1);
    }

    private static void everyPattern(FloatFormat format, int exponentBits, int fractionBits) {
        for (int bits = 0; bits < 1 << 16; bits++) {
            double actual = format.next(ByteBuffer.allocate(2).putShort(0, (short) bits));
            double wanted = defined(bits, exponentBits, fractionBits);
            assertThat(Double.doubleToLongBits(actual))
                    .as("%s %04x: %s, wanted %s", format, bits, actual, wanted)
                    .isEqualTo(Double.doubleToLongBits(wanted));
        }
    }

    private static double defined(int bits, int exponentBits, int fractionBits) {
        double sign = bits >= 1 << 15 ? -1 : 1;
        int exponent = bits % (1 << 15) / (1 << fractionBits);
        double fraction = bits % (1 << fractionBits) / StrictMath.pow(2, fractionBits);
        int largest = (1 << exponentBits) - 1;
        int bias = (1 << exponentBits - 1) - 1;
        if (exponent == largest) {
            return fraction == 0 ? sign / 0 : Double.NaN;
        }
        return exponent == 0
                ? sign * StrictMath.pow(2, 1 - bias) * fraction
                : sign * StrictMath.pow(2, exponent - bias) * (1 + fraction);
    }
}
