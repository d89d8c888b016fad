package gradflow.repl;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Engines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each error names the line of the script that a person has before them. */
@Timeout(120)
class CodeErrorsTest {
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engines.plain();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static String error(String text) {
        BothWays.Ran ran = BothWays.run(engine, Engines.IMPORTS, "train.jsh", text);
        assertThat(ran.code()).isEqualTo(1);
        return ran.err();
    }

    @Test
    void syntax() {
        assertThat(error("int a = 1\n\n  int b = 3 3;\n")).isEqualTo("""
                train.jsh:3:12: error: ';' expected
                    int b = 3 3;
                             ^
                """);
    }

    @Test
    void valuesOfThePrompt() {
        String hint =
                "` is a value of the prompt: give it a name, `var x = …`, or /save the session there, which does\n";
        assertThat(error("1 + 1\n_ + 1\n")).startsWith("train.jsh:2:1: error: ").endsWith("  hint: `_" + hint);
        assertThat(error("_1 + 1")).endsWith("  hint: `_1" + hint);
        assertThat(error("$1 + 1")).endsWith("  hint: `$1" + hint);
    }

    @Test
    void compilation() {
        assertThat(error("""
                // a comment
                var net = chain()
                    // four units
                    .hidden(4)

                \t.tanch()
                    .tanh()
                """)).isEqualTo("""
                train.jsh:6:3: error: cannot find symbol: method tanch() in Chain
                  \t.tanch()
                  \t ^^^^^
                """);
    }

    @Test
    void severalErrorsOfOneSnippet() {
        assertThat(error("void f() {\n  int a = \"x\";\n  String b = 2;\n}\n")).isEqualTo("""
                train.jsh:2:11: error: incompatible types: String cannot be converted to int
                    int a = "x";
                            ^^^
                train.jsh:3:14: error: incompatible types: int cannot be converted to String
                    String b = 2;
                               ^
                """);
    }

    @Test
    void aRefusalInItsThreeLines() {
        assertThat(error("""
                chain()
                  .tanh()
                  .hidden(0)
                """)).isEqualTo("""
                train.jsh:3:4: error: hidden(n): n must be at least 1, but was 0
                  in:  chain().tanh().hidden(0)
                  try: hidden(1)
                    .hidden(0)
                     ^^^^^^
                """);
    }

    @Test
    void whatWasThrownInAMethodOfTheScript() {
        assertThat(error("""
                int down(int n) {
                  if (n == 0) {
                    return Integer.parseInt("zero");
                  }
                  return down(n - 1);
                }
                int a = 1; a
                  + down(3)
                """)).isEqualTo("""
                train.jsh:3:20: error: NumberFormatException: For input string: "zero"
                      return Integer.parseInt("zero");
                                     ^^^^^^^^
                  at train.jsh:3 in down
                  at train.jsh:5 in down, 3 times
                  at train.jsh:8
                """);
    }

    @Test
    void aRecursionWithoutAnEndIsLongerThanItsTrace() {
        assertThat(error("int f(int n) { return f(n + 1); }\nf(0)\n"))
                .startsWith("""
                train.jsh:1:1: error: StackOverflowError: calls are nested too deeply
                  int f(int n) { return f(n + 1); }
                """)
                .contains("at train.jsh:1 in f, more than N times\n");
    }

    @Test
    void causesAreNamed() {
        assertThat(error("throw new IllegalStateException(\"no\", new RuntimeException(\"why\"));"))
                .isEqualTo("""
                        train.jsh:1:1: error: IllegalStateException: no
                          cause: RuntimeException: why
                          throw new IllegalStateException("no", new RuntimeException("why"));
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                        """);
    }

    @Test
    void whatIsStillMissingAtTheEnd() {
        assertThat(error("int f() {\n  return 1 + g();\n}\n")).isEqualTo("""
                train.jsh:2:14: error: method int f() uses what nothing declares: method g()
                    return 1 + g();
                               ^
                """);
    }

    @Test
    void aCommandOfThePrompt() {
        assertThat(error("int a = 1\n/vars\n")).isEqualTo("""
                train.jsh:2:1: error: not Java; commands are for the prompt
                  /vars
                  ^^^^^
                """);
    }

    @Test
    void aValueThatCannotBeShown() {
        assertThat(error("""
                class Shy { public String toString() { throw new IllegalStateException("shy"); } }
                new Shy()
                """)).isEqualTo("""
                train.jsh:2:1: error: IllegalStateException: shy
                  new Shy()
                  ^^^^^^^^^
                """);
    }
}
