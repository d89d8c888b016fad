package gradflow.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaLexerTest {

    @Test
    void aSentenceOfTheField() {
        assertThat(kinds("var h = rnn().hidden(4) // four"))
                .isEqualTo(
                        "KEYWORD:var NAME:h SIGN:= NAME:rnn BRACKET:( BRACKET:) SIGN:. NAME:hidden BRACKET:( NUMBER:4"
                                + " BRACKET:) COMMENT:// four");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1_000",
                "0x1F",
                "0b101",
                "1.5",
                "1.5f",
                "1e-5",
                "2.5E+3d",
                ".5",
                ".5e3",
                "1L",
                "0x1.8p-3",
                "100_000L"
            })
    void numbers(String number) {
        assertThat(kinds(number)).isEqualTo("NUMBER:" + number);
        assertThat(kinds("f(" + number + ").x"))
                .isEqualTo("NAME:f BRACKET:( NUMBER:" + number + " BRACKET:) SIGN:. NAME:x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "\"a \\\" b\"", "'x'", "'", "\"\"\"\n a \"b\n", "\"ρ\""})
    void literalsAlsoWhileTheyAreOpen(String literal) {
        assertThat(kinds(literal)).isEqualTo("LITERAL:" + literal);
    }

    @ParameterizedTest
    @CsvSource({
        "var x, KEYWORD:var NAME:x",
        "var, NAME:var",
        "record P(int x), KEYWORD:record TYPE:P BRACKET:( KEYWORD:int NAME:x BRACKET:)",
        "record.x(), NAME:record SIGN:. NAME:x BRACKET:( BRACKET:)",
        "ρ_2 > λ, NAME:ρ_2 SIGN:> NAME:λ"
    })
    void wordsThatAreKeptInPlacesOnly(String code, String kinds) {
        assertThat(kinds(code)).isEqualTo(kinds);
    }

    @Test
    void nothingStopsIt() {
        assertThat(kinds("/* open")).isEqualTo("COMMENT:/* open");
        assertThat(kinds("\\ # \uD83D\uDE00 \uD83D")).isEqualTo("SIGN:\\ SIGN:# SIGN:\uD83D\uDE00 SIGN:\uD83D");
        assertThat(kinds("")).isEmpty();
    }

    private static String kinds(String code) {
        return JavaLexer.tokens(code).stream()
                .map(token -> token.kind() + ":" + token.in(code))
                .collect(Collectors.joining(" "));
    }
}
