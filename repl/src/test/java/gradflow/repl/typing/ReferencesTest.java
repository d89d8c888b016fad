package gradflow.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnn().hidden(n)                        | rnn n",
                "var x = y; x + x                       | y",
                "List<Foo> a = b                        | List Foo b",
                "for (int i = 0; i < n; i++) f(i)       | n f",
                "map(x -> x + y)                        | map y",
                "reduce(0, (a, b) -> a + b + c)         | reduce c",
                "int twice(int n) { return n * k; }     | k",
                "a > b                                  | a b",
                "Foo::bar                               | Foo",
                "import java.util.List;                 | ''",
                "class A { int b() { return c; } }      | ''",
                "try { f(); } catch (Oops e) { g(e); }  | f Oops g",
                "x instanceof Foo y && y.ok()           | x Foo",
                "/* a */ \"b\" // c                     | ''"
            })
    void wordsThatTheTextDoesNotDeclare(String code, String free) {
        assertThat(String.join(
                        " ",
                        References.free(code, JavaLexer.tokens(code)).stream()
                                .map(token -> token.in(code))
                                .toList()))
                .isEqualTo(free);
    }
}
