package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ReplacedTest {
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engines.plain();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void reset() {
        engine.reset();
    }

    @Test
    void whatWasDeclaredIsStillThereIfItsNewDeclarationDoesNotCompile() {
        for (String declaration : List.of(
                "int kept = 5",
                "var list = new ArrayList<>(List.of(1))",
                "int made = 0",
                "int next() { return ++made; }",
                "var once = next()",
                "double half(int a) { return a / 2.0; }",
                "record Pair(int a, int b) {}",
                "var pair = new Pair(1, 2)")) {
            assertThat(engine.eval(declaration)).isNotInstanceOf(Outcome.Rejected.class);
        }
        engine.eval("list.add(2)");

        for (String slip : List.of(
                "int kept = \"a\"",
                "List<String> list = 3",
                "int once = \"a\"",
                "double half(int a) { return \"a\"; }",
                "record Pair(int a, int b) { int c() { return \"a\"; } }")) {
            assertThat(engine.eval(slip)).as(slip).isInstanceOf(Outcome.Rejected.class);
        }

        // Had anything run again, made would be 2.
        assertThat(engine.eval("List.of(kept, list, once, made, half(3), new Pair(3, 4).toString())"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class,
                        all -> assertThat(all.value())
                                .isEqualTo(List.of(5, List.of(1, 2), 1, 1, 1.5, "Pair[a=3, b=4]")));
    }

    @Test
    void whatWasComputedFromAVariableStaysWhenThatBecomesAnotherThing() {
        for (String declaration : List.of(
                "var net = new StringBuilder(\"ab\")",
                "var wider = net.reverse()",
                "var text = \"net \" + net",
                "Object both = List.of(wider, text)",
                "int length = text.length()")) {
            assertThat(engine.eval(declaration)).isInstanceOf(Outcome.Variable.class);
        }
        assertThat(engine.eval("net.length()", "30")).isInstanceOf(Outcome.Value.class);
        assertThat(engine.eval("text.length()", "31")).isInstanceOf(Outcome.Value.class);

        for (String another : List.of("var net = List.of(1)", "int net = 3", "int text = net + 1", "String net = 3")) {
            Outcome unused = engine.eval(another);
            assertThat(engine.lost()).as(another).isEmpty();
        }

        assertThat(engine.eval("List.of(net, wider, text, both, length, $30, $31).toString()"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class,
                        all -> assertThat(all.value()).isEqualTo("[3, ba, 4, [ba, net ba], 6, 2, 6]"));
    }

    @Test
    void whatIsOfATypeThatIsDeclaredAnewIsGoneAndItIsSaid() {
        for (String declaration : List.of(
                "record Point(int x) {}",
                "var point = new Point(1)",
                "var points = List.of(point)",
                "int x = point.x()",
                "Object held = point")) {
            assertThat(engine.eval(declaration)).isNotInstanceOf(Outcome.Rejected.class);
        }

        assertThat(engine.eval("record Point(int x, int y) {}")).isInstanceOf(Outcome.Declared.class);

        assertThat(engine.lost()).containsExactly("point");
        assertThat(engine.eval("point")).isInstanceOf(Outcome.Rejected.class);
        assertThat(engine.eval("x + \" \" + held + \" \" + points"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class, kept -> assertThat(kept.value()).isEqualTo("1 Point[x=1] [Point[x=1]]"));
    }

    @Test
    void ofANameThatIsVariableMethodAndTypeTheVariableAloneIsGone() {
        for (String declaration : List.of(
                "class Thing {}", "Thing f = new Thing()", "int f() { return 1; }", "Thing Thing = new Thing()")) {
            assertThat(engine.eval(declaration)).isNotInstanceOf(Outcome.Rejected.class);
        }

        assertThat(engine.eval("class Thing { int v; }")).isInstanceOf(Outcome.Declared.class);

        assertThat(engine.lost()).containsExactlyInAnyOrder("f", "Thing");
        assertThat(engine.eval("f()"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class, value -> assertThat(value.value()).isEqualTo(1));
    }
}
