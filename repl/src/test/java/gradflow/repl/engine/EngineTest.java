package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EngineTest {
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
    void anExpressionGivesItsObject() {
        assertThat(engine.eval("1 + 1")).isEqualTo(new Outcome.Value("$1", 2, false));
        assertThat(engine.eval("$1 * 2;")).isEqualTo(new Outcome.Value("$2", 4, true));
        assertThat(engine.eval("null")).isEqualTo(new Outcome.Value("$3", null, false));
        assertThat(engine.eval("new double[1 << 20]"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class, value -> assertThat(value.value()).isInstanceOf(double[].class));
    }

    @Test
    void aCommentAfterTheSemicolonChangesNothing() {
        assertThat(engine.eval("1 + 1; // ok")).isEqualTo(new Outcome.Value("$1", 2, true));
        assertThat(engine.eval("\";\" /* ; */")).isEqualTo(new Outcome.Value("$2", ";", false));
    }

    @Test
    void variablesCarryTheirObjects() {
        assertThat(engine.eval("var x = 3")).isEqualTo(new Outcome.Variable("x", "int", 3));
        assertThat(engine.eval("x")).isEqualTo(new Outcome.Value("x", 3, false));
        assertThat(engine.eval("x = 5")).isEqualTo(new Outcome.Variable("x", "int", 5));
        assertThat(engine.eval("int i")).isEqualTo(new Outcome.Variable("i", "int", 0));
        assertThat(engine.eval("int a = 1, b = 2;"))
                .isEqualTo(new Outcome.Variables(
                        List.of(new Outcome.Variable("a", "int", 1), new Outcome.Variable("b", "int", 2))));
        assertThat(engine.eval("var x = \"other type\"")).isEqualTo(new Outcome.Variable("x", "String", "other type"));
        assertThat(engine.value("x")).isEqualTo("other type");
        assertThat(engine.value("none")).isNull();
        assertThat(engine.variables())
                .containsExactlyInAnyOrder(
                        new VariableInfo("i", "int", 0),
                        new VariableInfo("a", "int", 1),
                        new VariableInfo("b", "int", 2),
                        new VariableInfo("x", "String", "other type"));
    }

    @Test
    void statementsAreDone() {
        assertThat(engine.eval("int n = 0")).isInstanceOf(Outcome.Variable.class);
        for (String statement : List.of(
                "for (int i = 0; i < 3; i++) n += i;",
                "if (n > 2) { n = 7; } else { n = 8; }",
                "List.of(1).forEach(i -> {})",
                "try { n++; } finally { n++; }",
                "{ int local = 2; }",
                ";",
                "",
                "// nothing")) {
            assertThat(engine.eval(statement)).as(statement).isEqualTo(new Outcome.Done());
        }
        assertThat(engine.value("n")).isEqualTo(9);
    }

    @Test
    void declarationsAreNamed() {
        Map<String, String> declared = Map.of(
                "int twice(int n) { return 2 * n; }", "method int twice(int)",
                "class Tanh {}", "class Tanh",
                "interface Act {}", "interface Act",
                "record Pair(int a, int b) {}", "record Pair",
                "enum Gate { INPUT, FORGET }", "enum Gate",
                "import java.net.*", "import java.net.*");
        declared.forEach((source, what) ->
                assertThat(engine.eval(source)).as(source).isEqualTo(new Outcome.Declared(what, List.of())));
    }

    /** The JDK's own in-process engine fails here on JDK 25: it looks for the sibling classes and does not find them. */
    @Test
    void siblingClassesInAConditionalInALoop() {
        for (String source : List.of(
                "interface Act { double f(double x); }",
                "class Tanh implements Act { public double f(double x) { return Math.tanh(x); } }",
                "class Relu implements Act { public double f(double x) { return Math.max(0, x); } }",
                """
                double run(boolean b, int n) {
                    double s = 0;
                    for (int i = 0; i < n; i++) {
                        Act a = b ? new Tanh() : new Relu();
                        s += a.f(i);
                    }
                    return s;
                }""")) {
            assertThat(engine.eval(source)).as(source).isInstanceOf(Outcome.Declared.class);
        }
        assertThat(engine.eval("run(false, 4)")).isEqualTo(new Outcome.Value("$1", 6.0, false));
        assertThat(engine.eval("new Act[] {new Tanh(), new Relu()}.length"))
                .isEqualTo(new Outcome.Value("$2", 2, false));
    }

    @Test
    void ordinaryJavaSurvivesTheWeaving() {
        Map<String, Object> values = Map.of(
                "switch (3) { case 1 -> \"a\"; case 3 -> { int k = 0; while (k < 5) k++; yield \"b\" + k; }"
                        + " default -> \"c\"; }",
                "b5",
                "IntStream.range(0, 5).map(i -> { int s = 0; do { s += i; } while (s < 3 && i > 0); return s; }).sum()",
                14,
                "new Object() { int fact(int n) { return n < 2 ? 1 : n * fact(n - 1); } }.fact(6)",
                720,
                "((Supplier<String>) () -> { try { return \"try\"; } finally { for (int i = 0; i < 3; i++); } }).get()",
                "try",
                "Stream.of(\"a\", \"b\").collect(Collectors.joining())",
                "ab");
        values.forEach((source, value) -> assertThat(engine.eval(source))
                .as(source)
                .isInstanceOfSatisfying(
                        Outcome.Value.class, got -> assertThat(got.value()).isEqualTo(value)));
    }

    @Test
    void missingNamesAreNotAnErrorUntilTheyAreNeeded() {
        assertThat(engine.eval("double half(double y) { return y / q(y); }"))
                .isEqualTo(new Outcome.Declared("method double half(double)", List.of("method q(double)")));
        assertThat(engine.eval("half(3)"))
                .isInstanceOfSatisfying(
                        Outcome.Thrown.class,
                        thrown -> assertThat(thrown.thrown())
                                .hasMessage("method double half(double) uses what nothing declares yet: "
                                        + "method q(double)"));
        assertThat(engine.unresolved())
                .extracting(Unresolved::what, Unresolved::missing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("method double half(double)", List.of("method q(double)")));
        assertThat(engine.eval("double q(double y) { return 2; }")).isInstanceOf(Outcome.Declared.class);
        assertThat(engine.unresolved()).isEmpty();
        assertThat(engine.eval("half(3)"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class, value -> assertThat(value.value()).isEqualTo(1.5));
    }

    @Test
    void aFailedExpressionLeavesNoVariable() {
        assertThat(engine.eval("1 / 0")).isInstanceOf(Outcome.Thrown.class);
        assertThat(engine.variables()).isEmpty();
    }

    @Test
    void theValueOfAnEntryIsNamedByItsNumber() {
        assertThat(engine.eval("20 + 1", "7")).isEqualTo(new Outcome.Value("$7", 21, false));
        assertThat(engine.eval("$7 + 1", "9")).isEqualTo(new Outcome.Value("$9", 22, false));
        assertThat(engine.eval("$9 + 1", "line3.1"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class, value -> assertThat(value.value()).isEqualTo(23));
    }

    @Test
    void whatIsEvaluatedAsideLeavesNothingBehind() {
        assertThat(engine.eval("int x = 20")).isInstanceOf(Outcome.Variable.class);
        for (int i = 0; i < 2; i++) {
            assertThat(engine.evalAside("x + 1", "aside"))
                    .isInstanceOfSatisfying(
                            Outcome.Value.class,
                            value -> assertThat(value.value()).isEqualTo(21));
        }
        assertThat(engine.variables()).containsExactly(new VariableInfo("x", "int", 20));
        assertThat(engine.evalAside("nosuch", "aside")).isInstanceOf(Outcome.Rejected.class);
        assertThat(engine.eval("1", "1")).isEqualTo(new Outcome.Value("$1", 1, false));
    }

    @Test
    void aFreedVariableIsEmptyAndWhatDependsOnItStays() {
        assertThat(engine.eval("\"text\"", "1")).isEqualTo(new Outcome.Value("$1", "text", false));
        assertThat(engine.eval("boolean isGone() { return $1 == null; }")).isInstanceOf(Outcome.Declared.class);
        engine.free("$1");
        assertThat(engine.value("$1")).isNull();
        assertThat(engine.eval("isGone()", "3")).isEqualTo(new Outcome.Value("$3", true, false));
        engine.free("nosuch");
    }

    @Test
    void resetForgets() {
        assertThat(engine.eval("int x = 3")).isInstanceOf(Outcome.Variable.class);
        engine.reset();
        assertThat(engine.eval("x")).isInstanceOf(Outcome.Rejected.class);
        assertThat(engine.eval("chain().tanh().toString()"))
                .isEqualTo(new Outcome.Value("$1", "chain().tanh()", false));
    }

    @Test
    void errorsOfTheMachineAreOutcomes() {
        assertThat(engine.eval("int down(int n) { return 1 + down(n + 1); }")).isInstanceOf(Outcome.Declared.class);
        assertThat(engine.eval("down(0)"))
                .isInstanceOfSatisfying(
                        Outcome.Thrown.class,
                        thrown -> assertThat(thrown.thrown()).isInstanceOf(StackOverflowError.class));
        assertThat(engine.eval("new double[Integer.MAX_VALUE]"))
                .isInstanceOfSatisfying(
                        Outcome.Thrown.class,
                        thrown -> assertThat(thrown.thrown()).isInstanceOf(OutOfMemoryError.class));
        assertThat(engine.eval("1")).isEqualTo(new Outcome.Value("$3", 1, false));
    }

    @Test
    void recursionMayGoDeep() {
        assertThat(engine.eval("int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }"))
                .isInstanceOf(Outcome.Declared.class);
        assertThat(engine.eval("depth(100_000)")).isEqualTo(new Outcome.Value("$1", 100_000, false));
    }

    @Test
    void snippetsSeeTheClassesOfThisProgramAndTheirOwnLoader() {
        assertThat(engine.eval("chain()"))
                .isInstanceOfSatisfying(
                        Outcome.Value.class,
                        value -> assertThat(value.value()).isInstanceOf(gradflow.repl.sample.Chain.class));
        assertThat(engine.eval("class Mine {}")).isInstanceOf(Outcome.Declared.class);
        assertThat(engine.eval("Thread.currentThread().getContextClassLoader() == Mine.class.getClassLoader()"))
                .isEqualTo(new Outcome.Value("$2", true, false));
    }

    @Test
    void codeOfTheProgramRunsLikeASnippet() {
        assertThat(engine.call(() -> "shown")).isEqualTo(new Outcome.Value("", "shown", false));
        assertThat(engine.call(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(Outcome.Thrown.class);
    }

    @Test
    void theStartupImportsHold() {
        try (Engine standard = Engine.start()) {
            assertThat(standard.eval(
                            "List.of(Complex.I, Path.of(\"a\"), BigDecimal.ONE, Pattern.compile(\"a\")).size()"))
                    .isEqualTo(new Outcome.Value("$1", 4, false));
        }
    }
}
