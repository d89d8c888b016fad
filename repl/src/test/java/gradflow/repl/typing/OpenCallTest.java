package gradflow.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenCallTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnn().hidden(       | rnn().hidden(  | hidden  | 0 | rnn()",
                "f(a, g(1, 2), [b, c | f(             | f       | 2 | ''",
                "f(g(1, 2            | f(g(           | g       | 1 | ''",
                "load(\"a, b         | load(          | load    | 0 | ''",
                "x.f((a,             | x.f(           | f       | 0 | x"
            })
    void theInnermostOneThatIsOpen(String before, String head, String name, int argument, String owner) {
        OpenCall call = OpenCall.at(before.strip()).orElseThrow();

        assertThat(call).isEqualTo(new OpenCall(head.strip(), name, argument));
        assertThat(call.owner()).isEqualTo(owner);
    }

    @Test
    void noneWhereAllIsClosed() {
        assertThat(OpenCall.at("rnn().hidden(4)")).isEmpty();
        assertThat(OpenCall.at("{ (")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "var n = rnn().whh(identity(0.5) | identity(0.5)",
                "f(a, b.c(1, 2)                  | b.c(1, 2)",
                "a + b.c()                       | b.c()",
                "x = 1; rnn().hidden(4)          | rnn().hidden(4)",
                "rnn()                           | rnn()",
                "for (;;) { return rnn()         | rnn()"
            })
    void theExpressionThatATextEndsWith(String text, String expression) {
        assertThat(LastExpression.of(text.strip())).isEqualTo(expression);
    }
}
