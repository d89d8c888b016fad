package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScaledTest {
    private static final Dyadic MINUS_ONE = new Dyadic(BigInteger.ONE.negate(), 0);

    /** Half a unit in the last of 53 binary places, relative to the number. */
    private static final Dyadic HALF_ULP = new Dyadic(BigInteger.ONE, -53);

    private static final Scaled INFINITE = Scaled.of(Double.POSITIVE_INFINITY);
    private static final Scaled UNDEFINED = Scaled.of(Double.NaN);

    private final Random random = new Random(11);

    /** Values from mpmath, to 40 digits. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            1.0, -100000, -30102.99956639811952137388947244930267682, -69314.71805599453094172321214581765680755
            1.0, 100000, 30102.99956639811952137388947244930267682, 69314.71805599453094172321214581765680755
            1.75, -13391, -4030.849633887685890666892800786542471313, -9281.374279090292215719884449945915596506
            1.3, 4000, 1204.233926008231617638997891233657313877, 2772.851086504248728755124690269592042744
            1.999999999999999, -1075, -323.3062153431158039006374395724273553427, -744.4400719213812628692188107586600583993
            1.0, -8000000, -2408239.965311849561709911157795944214146, -5545177.444479562475337856971665412544604
            1.1, 123456789, 37164196.69875172647569544844374824919115, 85573725.31164424972058787977032930018179
            1.9999999999999998, -1, -4.821637332766435821255375046554377090472e-17, -1.11022302462515660205338988848237217181e-16
            1.0000000000000002, 0, 9.643274665532870036582915124251528998657e-17, 2.220446049250312834328230454615487925982e-16
            1.25, -1, -0.2041199826559247808549555788979721070728, -0.4700036292457355536509370311483420647009
            1.6, 9999999, 3010299.859729798944080998696648278273338, 6931471.582455901779962620959437906628746
            """)
    void logarithmsAreRightToTheLastDigits(double significand, long exponent, double log10, double ln) {
        Scaled x = new Scaled(significand, exponent);
        assertThat(x.log10()).isCloseTo(log10, within(Math.ulp(log10)));
        assertThat(x.ln()).isCloseTo(ln, within(Math.ulp(ln)));
        assertThat(new Scaled(-significand, exponent).log10()).isEqualTo(x.log10());
    }

    @Test
    void logarithmsOfPowersOfTenAreWhole() {
        for (int n = -300; n <= 300; n++) {
            assertThat(Scaled.of(Double.parseDouble("1e" + n)).log10()).isEqualTo(n);
        }
    }

    @Test
    void logarithmsOfWhatHasNone() {
        assertThat(Scaled.ZERO.log10()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Scaled.ZERO.ln()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(INFINITE.log10()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(UNDEFINED.ln()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, -1, 1.5, 0.1, 5e-324, -1e-310, 2.2250738585072014e-308, 1.7976931348623157e308})
    void doublesSurvive(double x) {
        assertThat(Scaled.of(x).value()).isEqualTo(x);
        assertThat(Math.abs(Scaled.of(x).significand())).matches(m -> m == 0 || (m >= 1 && m < 2));
        assertThat(Scaled.of(x).toDecimal(17).doubleValue()).isEqualTo(x);
    }

    @Test
    void underflowIsGradualAndRoundsOnce() {
        for (int i = 0; i < 5000; i++) {
            Scaled x = new Scaled(1 + random.nextDouble(), -1080L + random.nextInt(70));
            assertThat(x.value()).as("%s", x.significand()).isEqualTo(exact(x).doubleValue());
        }
        // Just above the middle of two subnormal numbers: rounding to 53 bits first would make it a tie, and round it
        // down.
        assertThat(new Scaled(0x1.0000000000001p0, -1075).value()).isEqualTo(Double.MIN_VALUE);
        assertThat(new Scaled(1, -1075).value()).isZero();
        assertThat(new Scaled(1.5, -1074).value()).isEqualTo(2 * Double.MIN_VALUE);
    }

    @Test
    void whatIsOutOfRangeIsZeroOrInfinite() {
        assertThat(new Scaled(1, -1_000_000).value()).isZero();
        assertThat(new Scaled(1, 1024).value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new Scaled(-1, 1L << 40).value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Scaled(1, -(1L << 40)).value()).isZero();
    }

    @Test
    void arithmeticRoundsOnceOverTheWholeRange() {
        for (int i = 0; i < 3000; i++) {
            Scaled a = any();
            Scaled b = i % 2 == 0 ? any() : near(a);
            assertNear(Dyadic.of(a.times(b)), Dyadic.of(a).times(Dyadic.of(b)));
            assertNear(Dyadic.of(a.over(b)).times(Dyadic.of(b)), Dyadic.of(a));
            assertNear(Dyadic.of(a.plus(b)), Dyadic.of(a).plus(Dyadic.of(b)));
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Dyadic.of(a).compareTo(Dyadic.of(b)));
            assertThat(a.compareTo(a)).isZero();
        }
    }

    @Test
    void powersAreRightToTheLastDigit() {
        for (int n = 0; n < 300; n++) {
            Scaled a = any();
            assertNear(Dyadic.of(a.power(n)), Dyadic.of(a).power(n));
        }
        assertThat(Scaled.of(1.1).power(20).value()).isEqualTo(6.727499949325611);
        assertThat(Scaled.of(0.7).power(20).value()).isEqualTo(7.979226629761189e-4);
        assertThat(Scaled.of(-0.5).power(999_999_999)).isEqualTo(new Scaled(-1, -999_999_999));
        assertThat(INFINITE.power(3)).isEqualTo(INFINITE);
        assertThat(UNDEFINED.power(2)).isEqualTo(UNDEFINED);
        assertThat(Scaled.ZERO.power(0)).isEqualTo(Scaled.of(1));
        assertThat(Scaled.ZERO.power(3)).isEqualTo(Scaled.ZERO);
    }

    @Test
    void sumsThatCancelAreZero() {
        Scaled x = new Scaled(1.5, -5000);
        assertThat(x.plus(new Scaled(-1.5, -5000)).significand()).isZero();
        assertThat(x.plus(Scaled.ZERO)).isEqualTo(x);
        assertThat(Scaled.ZERO.plus(x)).isEqualTo(x);
    }

    @Test
    void whatIsNotFiniteFollowsTheRulesOfDoubles() {
        Scaled one = Scaled.of(1);
        assertThat(INFINITE.plus(one)).isEqualTo(INFINITE);
        assertThat(one.plus(INFINITE)).isEqualTo(INFINITE);
        assertThat(INFINITE.plus(INFINITE)).isEqualTo(INFINITE);
        assertThat(INFINITE.plus(Scaled.of(Double.NEGATIVE_INFINITY))).isEqualTo(UNDEFINED);
        assertThat(UNDEFINED.plus(INFINITE)).isEqualTo(UNDEFINED);
        assertThat(UNDEFINED.plus(Scaled.ZERO)).isEqualTo(UNDEFINED);
        assertThat(Scaled.ZERO.over(Scaled.ZERO)).isEqualTo(UNDEFINED);
        assertThat(one.over(Scaled.ZERO)).isEqualTo(INFINITE);
        assertThat(one.over(INFINITE)).isEqualTo(Scaled.ZERO);
        assertThat(INFINITE.compareTo(new Scaled(1, 1_000_000))).isPositive();
        assertThat(Scaled.ZERO.compareTo(new Scaled(1, -1_000_000))).isNegative();
        assertThat(Scaled.ZERO.compareTo(new Scaled(-1, -1_000_000))).isPositive();
        assertThatThrownBy(() -> INFINITE.toDecimal(4)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void decimalsAreRoundedHalfToEven() {
        assertThat(Scaled.of(2.5).toDecimal(1)).isEqualByComparingTo("2");
        assertThat(Scaled.of(3.5).toDecimal(1)).isEqualByComparingTo("4");
        assertThat(Scaled.ZERO.toDecimal(5)).isEqualByComparingTo("0");
        for (int i = 0; i < 1000; i++) {
            Scaled x = any();
            assertThat(x.toDecimal(17)).isEqualByComparingTo(exact(x).round(new MathContext(17)));
        }
    }

    @Test
    void decimalsBeyondABillionBinaryPlaces() {
        // log₁₀ of 2^3000000001 is 903089987.29297…
        BigDecimal large = new Scaled(1, 3_000_000_001L).toDecimal(4);
        assertThat(large).isEqualByComparingTo("1.963e+903089987");
        BigDecimal small = new Scaled(1, -3_000_000_001L).toDecimal(4);
        assertThat(small).isEqualByComparingTo("5.094e-903089988");
    }

    private Scaled any() {
        double significand = (1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        return new Scaled(significand, random.nextInt(8001) - 4000L);
    }

    private Scaled near(Scaled x) {
        return new Scaled(any().significand(), x.exponent() + random.nextInt(121) - 60);
    }

    private static BigDecimal exact(Scaled x) {
        BigDecimal power = BigDecimal.valueOf(2).pow((int) Math.abs(x.exponent()));
        // 2^-n = 5^n / 10^n has an end.
        return new BigDecimal(x.significand())
                .multiply(
                        x.exponent() >= 0
                                ? power
                                : BigDecimal.valueOf(5).pow((int) -x.exponent()).scaleByPowerOfTen((int) x.exponent()));
    }

    private static void assertNear(Dyadic actual, Dyadic expected) {
        Dyadic error = actual.plus(expected.times(MINUS_ONE)).modulus();
        assertThat(error).isLessThanOrEqualTo(expected.modulus().times(HALF_ULP));
    }

    /** n·2^e, exactly. Decimals of 2^-8000 have 8000 places, and take a hundred times as long to compare. */
    private record Dyadic(BigInteger n, long e) implements Comparable<Dyadic> {
        static Dyadic of(Scaled x) {
            int places = 52;
            return new Dyadic(
                    new BigDecimal(x.significand() * (1L << places)).toBigIntegerExact(), x.exponent() - places);
        }

        Dyadic times(Dyadic other) {
            return new Dyadic(n.multiply(other.n), e + other.e);
        }

        Dyadic plus(Dyadic other) {
            long least = Math.min(e, other.e);
            return new Dyadic(at(least).add(other.at(least)), least);
        }

        Dyadic power(int k) {
            return new Dyadic(n.pow(k), e * k);
        }

        Dyadic modulus() {
            return new Dyadic(n.abs(), e);
        }

        private BigInteger at(long exponent) {
            return n.shiftLeft(Math.toIntExact(e - exponent));
        }

        @Override
        public int compareTo(Dyadic other) {
            long least = Math.min(e, other.e);
            return at(least).compareTo(other.at(least));
        }
    }
}
