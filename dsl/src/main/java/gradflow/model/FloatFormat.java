package gradflow.model;

import java.nio.ByteBuffer;

/** The floating-point numbers that tensors are stored as. Each is a double without rounding. */
enum FloatFormat {
    F64(8) {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getDouble();
        }
    },
    F32(4) {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    F16(2) {
        @Override
        double next(ByteBuffer bytes) {
            return half(bytes.getShort());
        }
    },
    BF16(2) {
        @Override
        double next(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << 16);
        }
    };

    private static final int HALF_FRACTION = 10;
    private static final int HALF_BIAS = 15;

    private final int bytes;

    FloatFormat(int bytes) {
        this.bytes = bytes;
    }

    /** {@return how many bytes an entry takes} */
    int bytes() {
        return bytes;
    }

    /** {@return the entry that comes next, in the buffer's byte order} */
    abstract double next(ByteBuffer bytes);

    /** IEEE binary16, which Java knows only from version 20 on. */
    private static double half(short bits) {
        int exponent = bits >> HALF_FRACTION & 0x1f;
        int fraction = bits & 0x3ff;
        double modulus;
        if (exponent == 0x1f) {
            modulus = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            modulus = Math.scalb((double) fraction, 1 - HALF_BIAS - HALF_FRACTION);
        } else {
            modulus = Math.scalb((double) (fraction | 0x400), exponent - HALF_BIAS - HALF_FRACTION);
        }
        return bits < 0 ? -modulus : modulus;
    }
}
