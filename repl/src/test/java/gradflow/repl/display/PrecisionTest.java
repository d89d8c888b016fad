package gradflow.repl.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrecisionTest {
    @Test
    void withAllDigitsAFloatHasThoseOfAFloat() {
        assertThat(Precision.of(Precision.MOST).text(0.1f)).isEqualTo("0.1");
        assertThat(Precision.of(Precision.MOST).text((double) 0.1f)).isEqualTo("0.10000000149011612");
        assertThat(Precision.of(3).text(0.12345f)).isEqualTo("0.123");
    }

    @Test
    void wholeNumbersAreNotRounded() {
        assertThat(Precision.of(3).text(1_234_567.0)).isEqualTo("1234567");
        assertThat(Precision.of(3).text(1_234_567.5)).isEqualTo("1230000");
    }
}
