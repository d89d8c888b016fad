package gradflow.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class NoteReaderTest {
    private static final String BLOCK = "```java\n1\n```\n";

    private static List<String> wrong(String text) {
        return Note.read(NoteText.of("n.md", text)).findings().stream()
                .map(Finding::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tabel; there is no key tabel: did you mean table?",
                "table table; table is said twice",
                "tol=small; tol=small: tol takes a number, such as tol=1e-6",
                "skip; skip: skip takes a reason, such as skip=\"takes an hour\"",
                "timeout=0; timeout=0: timeout takes seconds, such as timeout=5",
                "figure=/etc/x.svg; figure=/etc/x.svg: figure takes the path of an .svg file beside the note, such as"
                        + " figure=fig/norms.svg",
                "quiet=yes; quiet=yes: quiet takes no value",
            })
    void unknownOptionsAreRefused(String options, String message) {
        List<String> findings = wrong("<!-- gradflow: " + options + " -->\n" + BLOCK);
        assertThat(findings).singleElement().asString().endsWith(": error: " + message);
    }

    @Test
    void theWrongWordIsPointedAt() {
        assertThat(wrong("<!-- gradflow: table tol=x -->\n" + BLOCK))
                .containsExactly("n.md:1:22: error: tol=x: tol takes a number, such as tol=1e-6");
        assertThat(wrong("<!-- gradlfow: table -->\n" + BLOCK))
                .containsExactly("n.md:1:6: error: there is no gradlfow: did you mean gradflow:?");
        assertThat(wrong("<!-- gradflow:setpu\nint i;\n-->\n" + BLOCK))
                .containsExactly("n.md:1:1: error: there is no gradflow:setpu: did you mean gradflow:setup?");
    }

    @Test
    void whatIsOpenedMustBeClosed() {
        assertThat(wrong("text\n\n```java\n1\n"))
                .containsExactly("n.md:3:1: error: this block has no end: a closing fence is missing");
        assertThat(wrong(BLOCK + "<!-- gradflow:out -->\n1\n"))
                .containsExactly(
                        "n.md:4:1: error: this output has no end: its closing comment, gradflow:end, is missing");
        assertThat(wrong("<!-- gradflow:out -->\n<!-- gradflow:end x -->\n"))
                .containsExactly("n.md:1:1: error: there is no block above this output");
        assertThat(wrong(BLOCK + "<!-- gradflow:end x -->\n"))
                .containsExactly("n.md:4:1: error: there is no output that ends here");
        assertThat(wrong("<!-- gradflow: table -->\n\nprose\n\n" + BLOCK))
                .containsExactly("n.md:1:1: error: no Java block follows this comment (a fence of ```java)");
    }

    @Test
    void twoBlocksCannotHaveOneFigure() {
        String block = "<!-- gradflow: figure=a.svg -->\n" + BLOCK;
        assertThat(wrong(block + "\n" + block))
                .containsExactly(
                        "n.md:7:1: error: a.svg is the figure of an earlier block: each needs a file of its own");
    }

    @Test
    void anArrowThatEndsHiddenCodeIsFound() {
        assertThat(wrong("<!-- gradflow:setup\nint i = 3;\nwhile (i --> 0) {\n}\n-->\n" + BLOCK))
                .containsExactly(
                        "n.md:3:10: error: --> ends the comment here, and what follows would be seen:"
                                + " write i-- > 0, or move it to a line of its own",
                        "n.md:5:1: error: this ends no comment: an earlier --> has, perhaps in hidden code"
                                + " (write i-- > 0)");
    }

    @Test
    void defaultsComeFirstAndOnce() {
        assertThat(wrong(BLOCK + "<!-- gradflow:defaults tol=1e-6 -->\n"))
                .containsExactly("n.md:4:1: error: defaults must come before the first block");
        assertThat(wrong("<!-- gradflow:defaults reset -->\n" + BLOCK))
                .containsExactly("n.md:1:24: error: reset is for one block; defaults may hold tol, atol, digits, seed,"
                        + " timeout, text");
    }

    @Test
    void aScriptKeepsEachCharacterAtItsPlace() {
        String text = "# é\r\n\r\n> ```java\r\n> var x = 1;\r\n>   x\r\n> ```\r\n\r\n<!-- gradflow: skip=\"no\" -->\r\n"
                + "```java\r\nskipped\r\n```\r\n- a\r\n\r\n  ````java\r\n  y\r\n  ````\r\n";
        assertThat(Note.read(NoteText.of("n.md", text)).script().replaceAll(" +\n", "\n"))
                .isEqualTo("\n\n\n  var x = 1;\n    x\n\n\n\n\n\n\n\n\n\n  y\n\n");
    }
}
