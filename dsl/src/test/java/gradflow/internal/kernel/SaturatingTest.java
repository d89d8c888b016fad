package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** tanh, σ and their derivatives against 45 digits. */
class SaturatingTest {
    private static final MathContext WIDE = new MathContext(60);
    private static final double UNIT = 0x1p-53;

    /** Measured: 2.6 units for the functions, 4.4 for the derivatives; a bound of a little more leaves no room for a slip. */
    private static final double MOST_UNITS = 6;

    private static DoubleStream arguments() {
        Random random = new Random(5);
        DoubleStream wide =
                DoubleStream.generate(() -> 25 * random.nextGaussian()).limit(400);
        DoubleStream narrow = DoubleStream.generate(() -> Math.scalb(random.nextGaussian(), -random.nextInt(60)))
                .limit(600);
        DoubleStream corners =
                DoubleStream.of(0x1p-1074, 1e-300, 1e-9, 0.173, 0.3466, 0.3467, 1, 18.99, 19.1, 22, 44, 300, 349.9);
        return DoubleStream.concat(DoubleStream.concat(wide, narrow), corners);
    }

    @ParameterizedTest
    @EnumSource
    void valueAndSlopeAreRightToTheLastDigits(Saturating phi) {
        double worstValue = 0;
        double worstSlope = 0;
        for (double z : arguments().toArray()) {
            BigDecimal q = exp(new BigDecimal(phi == Saturating.TANH ? -2 * z : -z));
            BigDecimal one = BigDecimal.ONE;
            BigDecimal value = phi == Saturating.SIGMOID
                    ? one.divide(one.add(q), WIDE)
                    : Math.abs(z) < 1e-20 ? new BigDecimal(z) : one.subtract(q).divide(one.add(q), WIDE);
            BigDecimal slope = q.multiply(new BigDecimal(phi == Saturating.TANH ? 4 : 1))
                    .divide(one.add(q).pow(2), WIDE);
            worstValue = Math.max(worstValue, units(phi.value(z), value));
            worstSlope = Math.max(worstSlope, units(phi.slope(z), slope));
        }
        assertThat(worstValue).as("value").isLessThan(MOST_UNITS);
        assertThat(worstSlope).as("slope").isLessThan(MOST_UNITS);
    }

    @ParameterizedTest
    @EnumSource
    void aLayerHasTheBitsOfItsUnits(Saturating phi) {
        double[] all = DoubleStream.concat(arguments(), DoubleStream.of(-0.0, 0, 350, -350, Double.MIN_VALUE))
                .toArray();
        for (int n : new int[] {1, 7, 8, 9, 64, 65, 257, all.length}) {
            double[] z = Arrays.copyOfRange(all, all.length - n, all.length);
            double[] value = new double[n + 3];
            double[] slope = new double[n + 2];
            phi.apply(Layer.of(z), value, 3, slope, 2);
            for (int i = 0; i < n; i++) {
                assertThat(value[3 + i]).as("φ(%s)", z[i]).isEqualTo(phi.value(z[i]));
                assertThat(slope[2 + i]).as("φ′(%s)", z[i]).isEqualTo(phi.slope(z[i]));
            }
        }
    }

    @Test
    void slopesBelowTheRangeOfADoubleComeWithAnExponent() {
        double[] slope = new double[2];
        int exponent = Saturating.TANH.apply(Layer.of(new double[] {-1000, 1001}), new double[2], 0, slope, 0);

        // ln(4e^-2000)/ln 10
        double expected = Math.log10(4) - 2000 / Math.log(10);
        assertThat(new Scaled(slope[0], exponent).log10())
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(slope[1] / slope[0]).isCloseTo(Math.exp(-2), org.assertj.core.data.Offset.offset(1e-15));
    }

    @Test
    void tanhIsOddAndItsSlopeEven() {
        arguments().forEach(z -> {
            assertThat(Saturating.TANH.value(-z)).isEqualTo(-Saturating.TANH.value(z));
            assertThat(Saturating.TANH.slope(-z)).isEqualTo(Saturating.TANH.slope(z));
        });
    }

    @Test
    void infinitePreActivationsSaturate() {
        assertThat(Saturating.TANH.value(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Saturating.SIGMOID.value(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Saturating.SIGMOID.value(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Saturating.TANH.slope(Double.POSITIVE_INFINITY)).isZero();
    }

    private static double units(double actual, BigDecimal exact) {
        if (exact.signum() == 0) {
            return actual == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        double magnitude = Math.max(Math.abs(exact.doubleValue()), Double.MIN_NORMAL);
        return new BigDecimal(actual).subtract(exact).abs().doubleValue() / magnitude / UNIT;
    }

    /** e^x by halving the argument and the Taylor series, to about 50 digits. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = 14;
        BigDecimal small = x.divide(new BigDecimal(2).pow(halvings), new MathContext(80));
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(small, new MathContext(80)).divide(new BigDecimal(k), new MathContext(80));
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, new MathContext(80));
        }
        return sum;
    }
}
