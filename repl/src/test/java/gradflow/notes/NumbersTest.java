package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class NumbersTest {
    private static final Tolerance USUAL = new Tolerance(1e-9, 0, false);

    @ParameterizedTest
    @CsvSource({
        "0.333, 0.3333333333333333",
        "0.900, 0.90049",
        "3.027039683316338E-33, 3.0270396833163285E-33",
        "3, 3",
        "2.00, 2",
        "20, 2e1",
        "0, 0.0",
        "-0.0, 0",
        "NaN, undefined",
        "∞, Infinity",
        "+1.5, 1.5",
        "1.23e-400, 1.2299e-400",
        "5e-324, 5e-324"
    })
    void equal(String want, String got) {
        assertThat(Numbers.difference(want, got, USUAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.; 1.; only 0 equals 0",
                "0.334; 0.3333333333333333; relative difference 2.0e-03 > 1.5e-03 (half a unit in the last printed digit)",
                "3.2e-13; 7.9e-15; relative difference 9.8e-01 > 1.6e-02 (half a unit in the last printed digit)",
                "1.2e-17; 0.0; only 0 equals 0",
                "0; 1e-300; only 0 equals 0",
                "Infinity; 1.7e308; one is finite and the other is not",
                "NaN; 0; one is finite and the other is not",
                "Infinity; -Infinity; these are different",
                "3; 4; relative difference 3.3e-01 > 0 (a whole number is exact)",
                "20; 20.4; relative difference 2.0e-02 > 1.0e-09 (a whole number is exact)",
                "0.3; 0.31; relative difference 3.3e-02 > 1.0e-09 (tol)",
                "3.10e-04; 2.87e-04; relative difference 7.4e-02 > 1.6e-03 (half a unit in the last printed digit)"
            })
    void different(String want, String got, String why) {
        assertThat(Numbers.difference(want, got, USUAL)).isEqualTo(why);
    }

    @Test
    void tolerancesWiden() {
        assertThat(Numbers.difference("0.3", "0.31", new Tolerance(0.05, 0, false)))
                .isEmpty();
        assertThat(Numbers.difference("0", "1e-12", new Tolerance(1e-9, 1e-10, false)))
                .isEmpty();
        assertThat(Numbers.difference("0", "1e-9", new Tolerance(1e-9, 1e-10, false)))
                .isEqualTo("only 0 equals 0, or what is within atol");
    }

    @Test
    void digitsInWordsAreNoNumbers() {
        assertThat(numbers("h_0 = 0.5, W2 at t=40 ×0.622 (2×2), -3 v1.2.3 1e-5."))
                .containsExactly("0.5", "40", "0.622", "2", "2", "-3", "1e-5");
        assertThat(numbers("a-1 10-5 .5")).containsExactly("1", "10", "5", ".5");
    }

    private static List<String> numbers(String line) {
        return Token.of(line, false).stream()
                .filter(Token::number)
                .map(Token::text)
                .toList();
    }

    @Test
    void aNumberIsWrittenToItsDigits() {
        assertThat(NumberForm.of(0.9, 3)).isEqualTo("0.900");
        assertThat(NumberForm.of(3.1e-9, 2)).isEqualTo("3.1e-09");
        assertThat(NumberForm.of(-12345.678, 3)).isEqualTo("-1.23e+04");
        assertThat(NumberForm.of(-12345, 3)).isEqualTo("-12345");
        assertThat(NumberForm.of(9.996, 3)).isEqualTo("10.0");
        assertThat(NumberForm.of(1e300, 1)).isEqualTo("1e+300");
        assertThat(NumberForm.of(2, 3)).isEqualTo("2.00");
        assertThat(NumberForm.of(0, 3)).isEqualTo("0");
        assertThat(NumberForm.of(9.9999e9, 3)).isEqualTo("1.00e+10");
    }
}
