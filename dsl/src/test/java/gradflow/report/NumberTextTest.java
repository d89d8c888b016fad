package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradflow.internal.kernel.Scaled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberTextTest {

    /** From Python, '%.3e' '%.0e' '%.3f' '%g', but for %.3f where that would show 0 or pass 10¹⁵. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0.5, 5.000e-01, 5e-01, 0.500, 0.5
            1.5, 1.500e+00, 2e+00, 1.500, 1.5
            2.5, 2.500e+00, 2e+00, 2.500, 2.5
            0.0005, 5.000e-04, 5e-04, 0.001, 0.0005
            0.125, 1.250e-01, 1e-01, 0.125, 0.125
            1e-300, 1.000e-300, 1e-300, 1.000e-300, 1e-300
            5e-324, 4.941e-324, 5e-324, 4.941e-324, 4.94066e-324
            2.2250738585072014e-308, 2.225e-308, 2e-308, 2.225e-308, 2.22507e-308
            1.7976931348623157e308, 1.798e+308, 2e+308, 1.798e+308, 1.79769e+308
            0.1, 1.000e-01, 1e-01, 0.100, 0.1
            0.0002366, 2.366e-04, 2e-04, 2.366e-04, 0.0002366
            2.3665e-4, 2.367e-04, 2e-04, 2.367e-04, 0.00023665
            1.0005, 1.000e+00, 1e+00, 1.000, 1.0005
            1.0015, 1.002e+00, 1e+00, 1.002, 1.0015
            9.9995, 9.999e+00, 1e+01, 9.999, 9.9995
            9.9994999, 9.999e+00, 1e+01, 9.999, 9.9995
            99.995, 1.000e+02, 1e+02, 99.995, 99.995
            123456.5, 1.235e+05, 1e+05, 123456.500, 123456
            1e22, 1.000e+22, 1e+22, 1.000e+22, 1e+22
            1e23, 1.000e+23, 1e+23, 1.000e+23, 1e+23
            1e15, 1.000e+15, 1e+15, 1000000000000000.000, 1e+15
            1.0000000000000002e15, 1.000e+15, 1e+15, 1.000e+15, 1e+15
            -0.63021387, -6.302e-01, -6e-01, -0.630, -0.630214
            -2.5e-7, -2.500e-07, -2e-07, -2.500e-07, -2.5e-07
            3.0, 3.000e+00, 3e+00, 3.000, 3
            1234565, 1.235e+06, 1e+06, 1234565.000, 1.23456e+06
            0.00012345678, 1.235e-04, 1e-04, 1.235e-04, 0.000123457
            0.000099999999, 1.000e-04, 1e-04, 1.000e-04, 0.0001
            999999.5, 1.000e+06, 1e+06, 999999.500, 1e+06
            100000, 1.000e+05, 1e+05, 100000.000, 100000
            1e5, 1.000e+05, 1e+05, 100000.000, 100000
            1e6, 1.000e+06, 1e+06, 1000000.000, 1e+06
            1e-5, 1.000e-05, 1e-05, 1.000e-05, 1e-05
            0.0625, 6.250e-02, 6e-02, 0.062, 0.0625
            8.5, 8.500e+00, 8e+00, 8.500, 8.5
            0.00049, 4.900e-04, 5e-04, 4.900e-04, 0.00049
            0.9995, 9.995e-01, 1e+00, 1.000, 0.9995
            12345.678, 1.235e+04, 1e+04, 12345.678, 12345.7
            """)
    void digitsAreThoseOfC(String number, String scientific, String oneDigit, String fixed, String significant) {
        double x = Double.parseDouble(number);
        assertThat(Format.scientific(3).text(x)).isEqualTo(scientific);
        assertThat(Format.scientific(0).text(x)).isEqualTo(oneDigit);
        assertThat(Format.fixed(3).text(x)).isEqualTo(fixed);
        assertThat(Format.significant(6).text(x)).isEqualTo(significant);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.000", "-0.0, 0, 0.000", "Infinity, ∞, ∞", "-Infinity, -∞, -∞", "NaN, undefined, undefined"})
    void whatHasNoDigitsIsAWordButAZeroKeepsItsDecimals(double x, String word, String fixed) {
        assertThat(Format.scientific(3).text(x)).isEqualTo(word);
        assertThat(Format.fixed(3).text(x)).isEqualTo(fixed);
        assertThat(Format.significant(6).text(x)).isEqualTo(word);
    }

    @Test
    void numbersBeyondADoubleAreWrittenTheSameWay() {
        Scaled small = Scaled.of(3.2e-31).times(Scaled.of(1e-250).power(16));
        assertThat(Format.scientific(3).text(small)).isEqualTo("3.200e-4031");
        assertThat(Format.fixed(3).text(small)).isEqualTo("3.200e-4031");
        assertThat(Format.significant(6).text(small)).isEqualTo("3.2e-4031");
        Scaled large = Scaled.of(-1e250).power(17).times(Scaled.of(2));
        assertThat(Format.scientific(3).text(large)).isEqualTo("-2.000e+4250");
        assertThat(Format.fixed(0).text(large)).isEqualTo("-2e+4250");
    }

    @Test
    void fewerThanNoDecimalsAreRefused() {
        assertThatThrownBy(() -> Format.scientific(-1)).hasMessage("""
                        scientific(decimals): decimals must be at least 0, but was -1
                          in:  Format.scientific(-1)
                          try: scientific(3), which writes 2.366e-04""");
        assertThatThrownBy(() -> Format.fixed(-1)).hasMessageContaining("Format.fixed(-1)");
        assertThatThrownBy(() -> Format.significant(0)).hasMessageContaining("Format.significant(0)");
    }
}
