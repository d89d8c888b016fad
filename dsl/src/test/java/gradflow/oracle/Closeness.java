package gradflow.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** How close to autograd's numbers ours must be. */
final class Closeness {
    static final double RELATIVE = 1e-10;
    /** Of the largest entry, where a value is a difference of large ones. */
    static final double OF_LARGEST = 1e-13;

    private Closeness() {}

    static void assertClose(RealMatrix actual, double[][] expected) {
        double largest = MatrixUtils.createRealMatrix(expected).getFrobeniusNorm();
        for (int i = 0; i < expected.length; i++) {
            assertClose(actual.getRow(i), expected[i], largest);
        }
    }

    static void assertClose(double[] actual, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        assertClose(actual, expected, largest);
    }

    private static void assertClose(double[] actual, double[] expected, double largest) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            double tolerance = Math.max(RELATIVE * Math.abs(expected[i]), OF_LARGEST * largest);
            assertThat(actual[i]).as("entry %d", i).isCloseTo(expected[i], within(tolerance));
        }
    }
}
