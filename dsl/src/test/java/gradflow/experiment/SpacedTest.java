package gradflow.experiment;

import static gradflow.Gradflow.ints;
import static gradflow.Gradflow.linspace;
import static gradflow.Gradflow.logspace;
import static gradflow.Gradflow.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class SpacedTest {
    @Test
    void linspaceHasTheBitsOfNumPy() {
        // numpy.linspace, NumPy 2.4.6
        assertThat(linspace(0.1, 1.3, 8))
                .containsExactly(
                        0.1,
                        0.27142857142857146,
                        0.44285714285714284,
                        0.6142857142857142,
                        0.7857142857142857,
                        0.9571428571428572,
                        1.1285714285714286,
                        1.3);
        assertThat(linspace(-1 / 3.0, 7, 6))
                .containsExactly(
                        -0.3333333333333333,
                        1.1333333333333333,
                        2.5999999999999996,
                        4.066666666666666,
                        5.533333333333333,
                        7.0);
        assertThat(linspace(0.5, 2, 31)).hasSize(31).startsWith(0.5, 0.55).endsWith(2.0);
        assertThat(linspace(2, -1, 4)).containsExactly(2, 1, 0, -1);
        assertThat(linspace(3, 9, 1)).containsExactly(3);
        assertThat(linspace(1, 1, 3)).containsExactly(1, 1, 1);
    }

    @Test
    void logspaceGoesFromTheFirstValueToTheLastByOneFactor() {
        assertThat(logspace(0.01, 100, 5)).containsExactly(0.01, 0.1, 1, 10, 100);
        assertThat(logspace(1024, 1, 11)).containsExactly(1024, 512, 256, 128, 64, 32, 16, 8, 4, 2, 1);
        double[] wide = logspace(1e-300, 1e300, 601);
        for (int i = 0; i < wide.length; i++) {
            assertThat(Math.log10(wide[i])).isEqualTo(i - 300, offset(1e-12));
        }
    }

    @Test
    void wholeNumbers() {
        assertThat(ints(10, 20, 50)).containsExactly(10, 20, 50);
        assertThat(rangeClosed(-1, 2)).containsExactly(-1, 0, 1, 2);
        assertThat(rangeClosed(Integer.MAX_VALUE, Integer.MAX_VALUE)).containsExactly(Integer.MAX_VALUE);
    }

    @Test
    void valuesAreWrittenAsTheyCanBeTyped() {
        assertThat(Spaced.text(linspace(0.5, 2, 31))).isEqualTo("linspace(0.5, 2, 31)");
        assertThat(Spaced.text(logspace(0.01, 100, 5))).isEqualTo("logspace(0.01, 100, 5)");
        assertThat(Spaced.text(new double[] {0.5, 2})).isEqualTo("new double[] {0.5, 2}");
        assertThat(Spaced.text(new double[] {0.5, 2, 0.7})).isEqualTo("new double[] {0.5, 2, 0.7}");
        assertThat(Spaced.text(rangeClosed(1, 50))).isEqualTo("rangeClosed(1, 50)");
        assertThat(Spaced.text(ints(10, 20, 50))).isEqualTo("ints(10, 20, 50)");
        assertThat(Spaced.text(ints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14)))
                .isEqualTo("ints(1, 2, 3, … /* 13 values */)");
    }

    @Test
    void exponentsAsNumPyHasThemAreRefused() {
        assertThatThrownBy(() -> logspace(-2, 2, 5)).hasMessage("""
                        logspace(a, b, n): a and b are the first and the last value, not exponents, and must be positive, but were -2 and 2
                          in:  logspace(-2, 2, 5)
                          try: logspace(0.01, 100, 5), which NumPy writes logspace(-2, 2, 5)""");
    }

    @Test
    void axesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> linspace(0, 1, 0)).hasMessage("""
                        linspace(a, b, n): n must be at least 1, but was 0
                          in:  linspace(0, 1, 0)
                          try: linspace(0.5, 2, 31)""");
        assertThatThrownBy(() -> linspace(Double.NaN, 1, 5))
                .hasMessageStartingWith("linspace(a, b, n): a must be a finite");
        assertThatThrownBy(() -> linspace(-1e308, 1e308, 5))
                .hasMessageStartingWith("linspace(a, b, n): b - a must be a finite number, but was Infinity");
        assertThatThrownBy(() -> linspace(0, 1, 2_000_000_000))
                .hasMessageStartingWith("linspace(a, b, n): n must be in 1..10000000, but was 2000000000");
        assertThatThrownBy(() -> rangeClosed(-1, Integer.MAX_VALUE))
                .hasMessageStartingWith("rangeClosed(first, last): at most 10⁷ values are wanted");
        assertThatThrownBy(() -> ints((int[]) null)).hasMessageStartingWith("ints(…): its argument must not be null");
        assertThatThrownBy(() -> rangeClosed(3, 2)).hasMessageStartingWith("rangeClosed(first, last): last must be at");
    }

    @Test
    void factorsLargerThanADoubleStillLeadFromOneEndToTheOther() {
        double[] values = logspace(1e-320, 1e300, 3);
        assertThat(values[0]).isEqualTo(1e-320);
        // √(1e-320·1e300), of which a subnormal number has four digits.
        assertThat(values[1]).isCloseTo(1e-10, withinPercentage(0.01));
        assertThat(values[2]).isEqualTo(1e300);
    }

    @Test
    void aTextIsThereForWhatIsRefused() {
        assertThat(Spaced.text(new double[] {1, 2, 3, 1.0 / 0})).isEqualTo("new double[] {1, 2, 3, Infinity}");
    }
}
