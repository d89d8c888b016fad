package gradflow.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BracketsTest {

    @Test
    void eachKnowsItsPartner() {
        Brackets brackets = of("f(a[1], \")\")");

        assertThat(brackets.partner(1)).hasValue(11);
        assertThat(brackets.partner(11)).hasValue(1);
        assertThat(brackets.partner(3)).hasValue(5);
        assertThat(brackets.partner(9)).as("inside a string").isEmpty();
        assertThat(brackets.open()).isEmpty();
    }

    @Test
    void oneThatClosesNothingIsWrong() {
        assertThat(of("f(1))").isWrong(4)).isTrue();
        assertThat(of("f(1]").isWrong(3)).isTrue();
        assertThat(of("f(1]").partner(1)).isEmpty();
        assertThat(of("f(1)").isWrong(3)).isFalse();
    }

    @Test
    void oneThatIsStillOpenIsNot() {
        assertThat(of("f(a[").open()).containsExactly(3, 1);
        assertThat(of("f(a[").isWrong(1)).isFalse();
    }

    private static Brackets of(String text) {
        return Brackets.of(text, JavaLexer.tokens(text));
    }
}
