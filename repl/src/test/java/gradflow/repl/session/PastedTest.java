package gradflow.repl.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedTest {

    @Test
    void aTranscriptLosesItsPromptsAndOutputs() {
        assertThat(Pasted.java("""
                gradflow> var net = rnn()
                net = rnn()
                gradflow>
                gradflow> .hidden(3)
                var net = rnn().hidden(3)
                gradflow> int twice(int n) {
                      ...     return 2 * n;
                      ... }
                created method int twice(int)
                gradflow> ?whh
                whh   asked of Rnn
                gradflow> /set digits 4
                digits 4
                gradflow> twice(2)
                $5 = 4
                gradflow> /exit
                """)).isEqualTo("""
                var net = rnn()
                .hidden(3)
                int twice(int n) {
                    return 2 * n;
                }
                /set digits 4
                twice(2)""");
    }

    @Test
    void transcriptsOfJshellAndIPython() {
        assertThat(Pasted.java("""
                jshell> int x = 1
                x ==> 1

                jshell> int f() {
                   ...>   return x;
                   ...> }
                |  created method f()
                """)).isEqualTo("int x = 1\nint f() {\n  return x;\n}");
        assertThat(Pasted.java("""
                In [1]: rnn()
                   ...:   .hidden(4)
                Out[1]: rnn().hidden(4)
                """)).isEqualTo("rnn()\n  .hidden(4)");
    }

    @Test
    void ofMarkdownTheJavaBetweenFencesStays() {
        assertThat(Pasted.java("""
                # Notes

                Text with `code`.

                ```java
                var a = 1
                ```
                <!-- gradflow:out -->

                ```text
                1
                ```

                ~~~ {.java}
                var b = 2
                ~~~

                ```sh
                rm nothing
                ```

                ```
                gradflow> a + b
                $3 = 3
                ```
                """)).isEqualTo("var a = 1\nvar b = 2\na + b");
    }

    @Test
    void aFenceThatWasCutOffCountsToo() {
        assertThat(Pasted.java("```java\nvar a = 1\nvar b = 2")).isEqualTo("var a = 1\nvar b = 2");
    }

    @Test
    void aListingLosesItsNumbers() {
        assertThat(Pasted.java("   1 : int f() {\n           return 1;\n       }\n  e2 : f(\n  12 : f()\n"))
                .isEqualTo("int f() {\n    return 1;\n}\nf(\nf()");
    }

    @Test
    void plainJavaStaysAsItIs() {
        assertThat(Pasted.java("var a = 1;\n\nvar b = a > 0 ? 1 : 2;"))
                .isEqualTo("var a = 1;\n\nvar b = a > 0 ? 1 : 2;");
    }

    @ParameterizedTest
    @CsvSource({
        "gradflow> 1,true",
        "gradflow>,true",
        "```java,true",
        "jshell> 1,true",
        "a > b,false",
        ".hidden(4),false"
    })
    void whatBeginsAsATranscriptIsForeign(String text, boolean foreign) {
        assertThat(Pasted.isForeign(text)).isEqualTo(foreign);
    }
}
