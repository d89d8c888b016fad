package gradflow.repl.session;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private final Values values = new Values();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_ | $3",
                "_.perStep() + _.norm(0) | $3.perStep() + $3.norm(0)",
                "_1 + _2 * _3 | $1 + x * $3",
                "f(\"_ is _1\", '_', _) // _ | f(\"_ is _1\", '_', $3) // _",
                "a._1 + o._ | a._1 + o._",
                "_ -> 1 | _ -> 1",
                "(a, _) -> a | (a, _) -> a",
                "for (var _ : List.of(1)) {} | for (var _ : List.of(1)) {}",
                "int _1 = 4 | int _1 = 4",
                "my_1 + _x + __ | my_1 + _x + __"
            })
    void wordsForValuesAreReplacedOutsideStringsCommentsAndDeclarations(String typed, String java) {
        value("1", "$1");
        declare("2", "x");
        value("3", "$3");

        assertThat(values.wording(typed).java()).isEqualTo(java);
    }

    @Test
    void theLastValueIsThatOfTheLatestExpressionOrVariable() {
        assertThat(values.last()).isEmpty();
        value("1", "$1");
        declare("2", "net");
        assertThat(values.last()).isEqualTo("net");
        assertThat(values.learn("3", new Outcome.Done(), "for (;;) {}")).isEmpty();
        assertThat(values.last()).isEqualTo("net");
    }

    @Test
    void aPlaceInTheJavaIsAPlaceInWhatWasTyped() {
        value("1234", "$1234");
        Wording wording = values.wording("_ + _.nosuch()");

        assertThat(wording.java()).isEqualTo("$1234 + $1234.nosuch()");
        assertThat(wording.typed().substring(wording.typedStart(14), wording.typedEnd(20)))
                .isEqualTo("nosuch");
        assertThat(wording.typed().substring(wording.typedStart(8), wording.typedEnd(13)))
                .isEqualTo("_");
    }

    @Test
    void ofValuesWithoutANameTheLastFiftyAreKept() {
        for (int i = 1; i <= Values.KEPT; i++) {
            assertThat(value(Integer.toString(i), "$" + i)).isEmpty();
        }
        assertThat(value("51", "$51")).containsExactly("$1");
        declare("52", "x");
        assertThat(value("53", "$53")).containsExactly("$2");
        assertThat(value("54", "x")).isEmpty();

        assertThat(values.isFreed("$2")).isTrue();
        assertThat(values.refusal("_2 + 1"))
                .contains("_2 is gone: of values without a name the last 50 are kept; /2 computes it again");
        assertThat(values.refusal("$2")).get().asString().startsWith("$2 is gone");
        assertThat(values.refusal("\"$2\"")).isEmpty();
        assertThat(values.refusal("_3 + $51 + _52")).isEmpty();
    }

    @Test
    void whatAMethodOrALambdaAsksForLaterIsKept() {
        value("1", "$1");
        value("2", "$2");
        assertThat(values.learn("3", new Outcome.Declared("method int f()", List.of()), "int f() { return $1; }"))
                .isEmpty();
        assertThat(values.learn("4", new Outcome.Variable("g", "Supplier", 0), "Supplier<Integer> g = () -> $2"))
                .isEmpty();
        for (int i = 5; i < 200; i++) {
            List<String> unused = value(Integer.toString(i), "$" + i);
        }
        assertThat(values.refusal("$1 + $2")).isEmpty();
        assertThat(values.isFreed("$5")).isTrue();
    }

    @Test
    void whatThePersonDeclaresHasPrecedence() {
        value("1", "$1");
        declare("2", "_1");
        assertThat(values.wording("_1 + 1").java()).isEqualTo("_1 + 1");
        values.drop("_1");
        assertThat(values.wording("_1 + 1").java()).isEqualTo("$1 + 1");
    }

    @Test
    void aValueThatIsNotThereIsRefused() {
        assertThat(values.refusal("_ + 1")).contains("_ is the last value, and there is none yet");
        assertThat(values.refusal("_7")).contains("_7: no entry 7 has given a value; /list shows the entries");
        value("1", "$1");
        values.clear();
        assertThat(values.refusal("_")).isPresent();
    }

    @Test
    void whatWasDeclaredBeforeAllWasForgottenIsNoNameAnyMore() {
        declare("1", "_5");
        assertThat(values.refusal("_5")).isEmpty();
        values.clear();
        assertThat(values.refusal("_5")).contains("_5: no entry 5 has given a value; /list shows the entries");
    }

    @Test
    void aValueWithANameIsNotMeantByItsNumberInJShellsWay() {
        declare("4", "net");
        assertThat(values.refusal("$4.unroll(3)"))
                .contains("$4: the value of entry 4 has a name, net; _4 means it too");
        declare("5", "$4");
        assertThat(values.refusal("$4")).isEmpty();
    }

    @Test
    void aVariableThatIsDroppedTakesItsNumberAlong() {
        declare("7", "x");
        values.drop("x");

        assertThat(values.wording("_7 + _").java()).isEqualTo("_7 + _");
        assertThat(values.refusal("_7")).contains("_7: no entry 7 has given a value; /list shows the entries");
    }

    @Test
    void aTextThatJavaCanParseHasTheSameLength() {
        assertThat(Values.parseable("_ + \"_\"\n _1.x(_)")).isEqualTo("x + \"_\"\n _1.x(x)");
    }

    private List<String> value(String number, String name) {
        return values.learn(number, new Outcome.Value(name, 0, false), "f()");
    }

    private void declare(String number, String name) {
        assertThat(values.learn(number, new Outcome.Variable(name, "int", 0), "int " + name + " = 0"))
                .isEmpty();
    }
}
