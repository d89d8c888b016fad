package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.internal.kernel.Mat;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class CommonsMathTest {
    @Test
    void matricesCrossTheBridgeAsCopies() {
        Mat a = Mat.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        RealMatrix there = CommonsMath.toRealMatrix(a);
        assertThat(CommonsMath.from(there)).isEqualTo(a);
        there.setEntry(0, 0, 9);
        assertThat(a.at(0, 0)).isEqualTo(1);
    }

    @Test
    void complexNumbersAreScaledByPowersOfTwo() {
        assertThat(CommonsMath.scaled(new Complex(3, -5), -2)).isEqualTo(new Complex(0.75, -1.25));
    }
}
