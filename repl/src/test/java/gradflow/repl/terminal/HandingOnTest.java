package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Taking values, entries and sessions elsewhere, and bringing them in, typed in whole sessions. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HandingOnTest {
    private static final String NORMS = "scalar(0.5).linear().unroll(2).gradNorms();";

    @TempDir
    private Path folder;

    @BeforeEach
    void forget() {
        PlainSession.forget();
    }

    @Test
    void theLastAnswerGoesIntoAFileInAnyForm() throws IOException {
        for (String form : new String[] {"md", "tex", "csv", "html", "json", "svg", "text"}) {
            Path file = folder.resolve("norms." + form);
            assertThat(session(NORMS, "/copy " + form + " " + file)).containsPattern("wrote \\d+ lines to ");
            assertThat(file).exists();
        }
        assertThat(folder.resolve("norms.csv")).content().startsWith("t,‖∂L/∂h_t‖,ratio,log₁₀\n0,0.25,0.5,");
        assertThat(folder.resolve("norms.md")).content().contains("|   t |");
        assertThat(folder.resolve("norms.tex")).content().contains("\\toprule");
        assertThat(folder.resolve("norms.svg")).content().startsWith("<svg");
    }

    @Test
    void anotherValueThanTheLastCanBeNamed() throws IOException {
        Path file = folder.resolve("x.csv");
        assertThat(session(NORMS, "1", "/copy csv " + file + " of _1")).contains("wrote 4 lines to ");
        assertThat(session("/copy csv " + file + " of powers(2, 0.5)")).contains("wrote ");
        assertThat(session("/copy md of nosuch")).contains("error: cannot find symbol: variable nosuch\n");
    }

    @Test
    void theClipboardIsAskedForByTheTerminal() throws IOException {
        String shown = on("xterm", NORMS, "/copy md");

        Matcher escape = Pattern.compile("\033]52;c;([A-Za-z0-9+/=]+)\033\\\\").matcher(shown);
        assertThat(escape.find()).isTrue();
        String text = new String(Base64.getDecoder().decode(escape.group(1)), StandardCharsets.UTF_8);
        assertThat(text).contains("‖∂L/∂h_t‖").contains("|   0 | 2.500e-01 |");
        assertThat(shown).contains("handed " + text.length() + " characters to the terminal for its clipboard\n");
    }

    @Test
    void whatCannotBeCopiedIsSaid() throws IOException {
        assertThat(session(NORMS, "/copy md"))
                .contains("/copy: this terminal has no clipboard; a file takes it: /copy md name.md\n");
        assertThat(session("/copy md")).contains("error: _ is the last value, and there is none yet\n");
        assertThat(session("1", "/copy svg")).contains("/copy svg: this value has no such form\n");
        assertThat(session("1", "/copy docx"))
                .contains("/copy: as what? one of md, tex, csv, html, json, svg, text; for example: /copy md\n");
        assertThat(on("xterm", "\"x\".repeat(80_000);", "/copy text"))
                .contains("with 80000 characters it is too long for a terminal's clipboard")
                .doesNotContain("\033]52");
    }

    @Test
    void aSessionIsExportedAsNotesThatAreTrue() throws IOException {
        Path file = folder.resolve("notes.md");

        assertThat(session(
                        "var net = scalar(0.5).linear()",
                        "nosuch",
                        "net.unroll(2).gradNorms().norm(0)",
                        "_ * 2",
                        "/export " + file))
                .containsPattern("wrote (?s:.{40,})finds\\sit\\strue\n");
        assertThat(file)
                .content()
                .startsWith("# notes\n")
                .contains("net.unroll(2).gradNorms().norm(0)")
                .contains("0.25")
                .contains("_3 * 2")
                .doesNotContain("nosuch");
        assertThat(session("1", "/export " + file)).containsPattern("is there already; /export\\s-force\\sreplaces it");
        assertThat(session("1", "/export -force " + file)).contains("wrote ");
        assertThat(session("/export " + file)).contains("/export: nothing has run yet\n");
        assertThat(session("/export")).contains("/export: where to? for example: /export notes.md\n");
    }

    @Test
    void aTranscriptIsPasted() throws IOException {
        assertThat(session("/paste", "gradflow> var a = 20", "a = 20", "gradflow> a + 1", "$2 = 21", "--", "a + 2"))
                .contains("paste now; a line -- or Ctrl-D ends it\n")
                .contains("\na = 20\n", "\n$2 = 21\n", "\n$3 = 22\n")
                .doesNotContain("error");
    }

    @Test
    void aTranscriptAtThePromptIsUnderstoodToo() throws IOException {
        assertThat(session("gradflow> 20 + 1", "jshell> 20 + 2", "gradflow> ")).contains("= 21\n", "= 22\n");
    }

    @Test
    void aFileOfNotesIsPasted() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.md"), "Text\n\n```java\n20 + 1\n```\n\n```text\n21\n```\n");

        assertThat(session("/paste " + file)).contains("= 21\n").doesNotContain("error");
        assertThat(session("/paste " + folder.resolve("none"))).contains("none: no such file or folder\n");
        assertThat(session("/paste", "--")).contains("/paste: nothing came\n");
    }

    @Test
    void aScriptThatIsOpenedMayHoldCommands() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.jsh"), "#!/usr/bin/env gradflow\nint a = 3\n/set digits 3\na / 7.0\n/vars\n");

        assertThat(session("/open " + file, "/set digits 6"))
                .contains("a = 3\n", "digits 3\n", "= 0.429\n", "int a = 3\n");
    }

    @Test
    void partsOfASessionAreSaved() throws IOException {
        Path file = folder.resolve("part.jsh");

        assertThat(session("int a = 1", "int b = 2", "int c = 3", "/save 2-3 " + file))
                .contains("saved 2 entries to ");
        assertThat(file).hasContent("int b = 2\nint c = 3\n");
        assertThat(session("int a = 1", "/vars", "/save -history " + file)).contains("saved 3 entries to ");
        assertThat(file).hasContent("int a = 1\n/vars\n/save -history " + file + "\n");
        assertThat(session("/save -start " + file)).contains("saved 17 entries to ");
        assertThat(session("int a = 1", "/save nosuch " + file)).contains("/save: no entry is called nosuch\n");
    }

    @Test
    void anExitMayHaveAStatus() throws IOException {
        assertThat(PlainSession.fresh(
                        Terminal.TYPE_DUMB,
                        80,
                        Map.of("EXPECTED_STATUS", "3"),
                        "int code = 2",
                        "/exit \"no\"",
                        "/exit code + 1"))
                .contains("/exit: a status is a whole number from 0 to 255\n");
    }

    private static String session(String... lines) throws IOException {
        return on(Terminal.TYPE_DUMB, lines);
    }

    private static String on(String type, String... lines) throws IOException {
        return PlainSession.typed(type, 100, Map.of(), lines);
    }
}
