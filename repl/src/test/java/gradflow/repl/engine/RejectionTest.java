package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class RejectionTest {
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engines.plain();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("identty(0.5)", "identty", "cannot find symbol: method identty(double)"),
                Arguments.of("nowhere + 1", "nowhere", "cannot find symbol: variable nowhere"),
                Arguments.of("chain()\n  .hiden(4)", "hiden", "cannot find symbol: method hiden(int) in Chain"),
                Arguments.of(
                        "chain()\n  .hidden(\"four\")\n  .tanh()",
                        "\"four\"",
                        "incompatible types: String cannot be converted to int"),
                Arguments.of("chain().hidden()", "hidden", "method hidden(int) in Chain is called with no arguments"),
                Arguments.of("chain().tanh(1, 2)", "tanh", "method tanh() in Chain is called with (int,int)"),
                Arguments.of("\n\n  String s = 3;", "3", "incompatible types: int cannot be converted to String"),
                Arguments.of("var x = chain(", "", "reached end of file while parsing"),
                Arguments.of("int zz = 3 3;", "", "';' expected"),
                Arguments.of("1 + \"a\" * 3", "\"a\" * 3", "bad operand types for binary operator '*': String and int"),
                Arguments.of(
                        "String.format(1, 2)",
                        "format",
                        "no suitable method found for format(int,int); "
                                + "there is format(String,Object...), format(Locale,String,Object...)"),
                Arguments.of("import nowhere.*", "nowhere", "package nowhere does not exist"),
                Arguments.of("1; 2", " 2", "one snippet at a time: this is a second one"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void pointsAtTheMistakeInOneLine(String source, String span, String message) {
        assertThat(engine.eval(source)).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            Outcome.Problem first = rejected.problems().get(0);
            assertThat(source.substring(first.start(), first.end())).isEqualTo(span);
            assertThat(first.message()).isEqualTo(message);
        });
    }
}
