package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorsTest {

    @Test
    void theLargestModulusIsFoundWhereverItStands() {
        for (int length = 1; length <= 9; length++) {
            for (int place = 0; place < length; place++) {
                double[] v = new double[length + 2];
                Arrays.fill(v, -1);
                v[0] = 100;
                v[length + 1] = 100;
                v[1 + place] = -7;
                assertThat(Vectors.largest(v, 1, length)).isEqualTo(7);
            }
        }
    }

    @Test
    void notANumberIsLargerThanInfinity() {
        assertThat(Vectors.largest(new double[] {1, -Double.NaN, Double.NEGATIVE_INFINITY, 2, 3}, 0, 5))
                .isNaN();
        assertThat(Vectors.isFinite(new double[] {1, 2, 3, 4, 5, Double.NEGATIVE_INFINITY}))
                .isFalse();
    }

    @Test
    void normIsRightToTheLastDigitsAtEveryLengthAndScale() {
        Random random = new Random(3);
        for (int length = 1; length <= 13; length++) {
            for (int scale : new int[] {-1000, -400, 0, 400, 1000}) {
                double[] v = random.doubles(length, -1, 1)
                        .map(x -> Math.scalb(x, scale))
                        .toArray();
                BigDecimal square = BigDecimal.ZERO;
                for (double x : v) {
                    square = square.add(new BigDecimal(x).pow(2));
                }
                double exact = square.sqrt(new MathContext(40)).doubleValue();
                assertThat(Vectors.norm(v, 0, length, 0).value()).isCloseTo(exact, within(exact * 4e-16));
            }
        }
    }
}
