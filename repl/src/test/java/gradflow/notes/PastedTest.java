package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastedTest {
    @Test
    void javaStaysAsItIs() {
        assertThat(Pasted.java("  var x = 1;\r\n  x + 1\r\n")).isEqualTo("var x = 1;\n  x + 1\n");
        assertThat(Pasted.java(" \n")).isEmpty();
        String block = "var notes = \"\"\"\n```java\n1\n```\n\"\"\";\n";
        assertThat(Pasted.java(block)).isEqualTo(block);
    }

    @Test
    void valuesBehindCodeGo() {
        assertThat(Pasted.java("x + 1  // ==> 2\nx   // why\n// ==> 1\n\"// ==> no value\"\n"))
                .isEqualTo("x + 1\nx   // why\n\"// ==> no value\"\n");
    }

    @Test
    void notesGiveTheirCode() {
        assertThat(Pasted.java("""
                # Notes

                <!-- gradflow:setup
                int hidden = 4;
                -->

                Prose, and *more* prose.

                > ```java
                > hidden + 1  // ==> 5
                > hidden
                >     + 2
                > ```
                > <!-- gradflow:out -->
                >
                > ```text
                > 6
                > ```
                >
                > <!-- gradflow:end x -->

                <!-- gradflow: fails=ArithmeticException -->
                ```java
                1 / 0
                ```

                ```python
                print(1)
                ```
                """)).isEqualTo("int hidden = 4;\n\nhidden + 1\nhidden\n    + 2\n");
    }

    @Test
    void aPieceOfNotesGivesItsCodeToo() {
        assertThat(Pasted.java("|2|\n<!-- gradflow:end x -->\n\n```java\n1 + 1\n```\n<!-- gradflow:out -->\n"))
                .isEqualTo("1 + 1\n");
        assertThat(Pasted.java("<!-- gradflow: fails=ArithmeticException -->\n```java\n1 / 0\n```\n"))
                .isEqualTo("1 / 0\n");
        assertThat(Pasted.java("Do this:\n\n~~~\n1 + 1\n~~~\n\n```\n2 + 2\n```\n"))
                .isEqualTo("1 + 1\n\n2 + 2\n");
        assertThat(Pasted.java("```jshell\njshell> 1 + 1\n$1 ==> 2\n```\n")).isEqualTo("1 + 1\n");
    }

    @Test
    void aSessionGivesWhatWasTyped() {
        assertThat(Pasted.java("""
                gradflow 1.0: ? helps
                gradflow> var net = rnn()
                net = ‖∂L/∂h_t‖
                gradflow>
                gradflow> // a comment
                gradflow> int twice(int x) {
                      ...     return 2 * x;
                      ...
                      ... }
                created method twice(int)
                gradflow> /vars
                net = rnn()
                gradflow> ?rnn
                gradflow> "gradflow> in a string"
                $2 = gradflow> in a string
                      ... and no input
                gradflow> net
                    .relu()
                gradflow> \u001B[1mnet\u001B[0m.tanh()
                jshell> twice(3)
                   ...> + 1
                """)).isEqualTo("""
                var net = rnn()

                // a comment
                int twice(int x) {
                    return 2 * x;

                }
                "gradflow> in a string"
                net
                net.tanh()
                twice(3)
                + 1
                """);
    }

    @Test
    void aSessionOfIPythonGivesWhatWasTyped() {
        assertThat(Pasted.java("In [1]: rnn()\n   ...:   .hidden(4)\nOut[1]: rnn().hidden(4)\n\n>>> 1 + 1\n2\n"))
                .isEqualTo("rnn()\n  .hidden(4)\n1 + 1\n");
    }

    @Test
    void aPromptOrAFenceAtTheBeginningIsNoJava() {
        assertThat(List.of("gradflow> 1", "gradflow>", "  jshell> 1", "In [3]: 1", "```java", "~~~"))
                .allMatch(Pasted::isCopied);
        assertThat(List.of("1 + 1", "a > b", ".hidden(4)", "// gradflow> 1", "In[3]", "", "gradflow.Gradflow.rnn()"))
                .noneMatch(Pasted::isCopied);
    }

    @Test
    void fencesThatASessionShowsAreNone() {
        assertThat(Pasted.java("gradflow> markdown()\n```java\n1\n```\ngradflow> 2\n"))
                .isEqualTo("markdown()\n2\n");
    }
}
