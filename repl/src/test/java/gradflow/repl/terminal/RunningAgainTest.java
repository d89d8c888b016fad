package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Entries that run once more: as they were, changed, in a new engine, in the next session. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunningAgainTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void forget() {
        PlainSession.forget();
    }

    @AfterEach
    void forgetTheClassPath() {
        PlainSession.engine().classPath(List.of());
    }

    @Test
    void entriesByNumberAndCountedBack() throws IOException {
        assertThat(session("int n = 1", "n += 10", "n * 2", "/2", "/-2", "/!", "/3"))
                .contains("n += 10\n$4 = 21\n", "n * 2\n$5 = 42\n", "n * 2\n$6 = 42\n", "n * 2\n$7 = 42\n");
        assertThat(session("int n = 1", "n += 10", "/1-2", "/2 2", "n + 100"))
                .contains("int n = 1\nn = 1\n")
                .contains("= 131\n");
        assertThat(session("/7")).contains("/7: there is no such entry; /list shows those that there are\n");
        assertThat(session("/!")).contains("/!: there is no such entry");
    }

    @Test
    void whatWasTheLastValueThenIsTheSameNow() throws IOException {
        assertThat(session("20 + 1", "_ + 1", "100", "/2")).contains("_ + 1\n$4 = 22\n");
    }

    @Test
    void aValueThatIsGoneIsComputedAgain() throws IOException {
        assertThat(session("\"a\" + 1", "/drop $1", "/1"))
                .contains("dropped $1\n")
                .contains("$2 = \"a1\"\n");
    }

    @Test
    void aValueIsDroppedByAnyOfItsNames() throws IOException {
        assertThat(session("20 + 1", "_ * 2", "_ * 2", "/drop 1, _2", "/drop $3", "_2", "_"))
                .contains("dropped $1\ndropped $2\n", "dropped $3\n")
                .contains(
                        "error: _2: no entry 2 has given a value", "error: _ is the last value, and there is none yet");
    }

    @Test
    void aListHasNumbersAndTellsWhatBecameOfThem() throws IOException {
        String shown = session(
                "int a = 1",
                "nosuch",
                "\"x\"",
                ".length()",
                "int b = 2",
                "/drop b",
                "/list",
                "/list -all",
                "/list a",
                "/list 3-4",
                "/list -start");

        assertThat(shown)
                .contains("gradflow> /list\n   1 : int a = 1\n   4 : \"x\"\n       .length()\ngradflow> ")
                .contains("  e2 : nosuch\n  .3 : \"x\"\n")
                .contains("  d5 : int b = 2\n")
                .contains("gradflow> /list a\n   1 : int a = 1\ngradflow> ")
                .contains("gradflow> /list 3-4\n  .3 : \"x\"\n   4 : \"x\"\n")
                .contains("gradflow> /list -start\n  s1 : import static gradflow.Gradflow.*;\n");
        assertThat(session("/list nosuch")).contains("/list: no entry is called nosuch\n");
    }

    @Test
    void aHistoryHasCommandsToo() throws IOException {
        assertThat(session("int a = 1", "/vars", "/history"))
                .contains("gradflow> /history\nint a = 1\n/vars\n/history\n");
        assertThat(session("int abc = 1", "2", "/history ABC"))
                .contains("gradflow> /history ABC\nint abc = 1\n/history ABC\n");
        assertThat(session("/history -all nosuch")).contains("gradflow> /history -all nosuch\n/history -all nosuch\n");
    }

    @Test
    void aHistoryOfEarlierSessions() throws IOException {
        Map<String, String> kept =
                Map.of("GRADFLOW_HISTORY", folder.resolve("history").toString());

        assertThat(session(kept, "int early = 1")).contains("early = 1\n");
        assertThat(session(kept, "/history early", "/history -all early"))
                .contains("gradflow> /history -all early\nint early = 1\n/history early\n");
    }

    @Test
    void reloadRunsWhatCountsInANewEngine() throws IOException {
        assertThat(session("int n = 1", "nosuch", "n + 20", "_ + n", "/reload", "n", "_3 + 0", "/vars"))
                .contains("int n = 1\n", "ran 4 entries again\n")
                .contains("int n = 1\nint _3 = 21\n");
        assertThat(session("int n = 1", "/reload -quiet", "n + 20"))
                .contains("gradflow> /reload -quiet\nran 1 entry again\n")
                .contains("= 21\n");
        assertThat(session("/reload")).contains("/reload: nothing has run yet\n");
        assertThat(session("/reload -nosuch")).contains("/reload: what is -nosuch? /reload [-restore] [-quiet]\n");
    }

    @Test
    void restoreBringsBackWhatAResetOrTheLastSessionForgot() throws IOException {
        assertThat(session("int n = 21", "/reset", "/reload -restore", "n + 1"))
                .contains("ran 1 entry again\n")
                .contains("= 22\n");
        assertThat(session("/reload -restore")).contains("/reload: there is no earlier session to restore\n");

        Map<String, String> kept =
                Map.of("GRADFLOW_HISTORY", folder.resolve("history").toString());
        assertThat(session(kept, "int n = 21", "int f() {\r  return n;\r}")).contains("created method int f()\n");
        assertThat(folder.resolve("history.session")).hasContent("int n = 21\nint f() {\n  return n;\n}\n");
        assertThat(session(kept, "/reload -restore", "f() + 1"))
                .contains("ran 2 entries again\n")
                .contains("= 22\n");
    }

    @Test
    void anEditorChangesAnEntry() throws IOException {
        Map<String, String> editor = new HashMap<>(Map.of("EDITOR", "sed -i.bak s/20/40/"));

        assertThat(session(editor, "int a = 20", "int b = 20", "/edit a", "a + b"))
                .contains("int a = 40\na = 40\n")
                .contains("= 60\n");
        assertThat(session(editor, "int a = 1", "/edit")).contains("nothing was changed\n");
        assertThat(session(editor, "/edit nosuch")).contains("/edit: no entry is called nosuch\n");
        assertThat(session(editor, "/set editor false", "/edit", "/set editor"))
                .contains("/edit: the editor (false) ended with status 1, so that nothing is run\n")
                .contains("  editor   false");
    }

    @Test
    void nothingOfAnEditorStaysBehind() throws IOException {
        Path where = folder.resolve("where");
        String command = "sh -c 'sed -i.bak s/20/40/ \"$0\" && dirname \"$0\" >\"" + where + "\"'";

        assertThat(session(Map.of("EDITOR", command), "int a = 20", "/edit a")).contains("a = 40\n");
        assertThat(Path.of(Files.readString(where).strip()))
                .hasParentRaw(Path.of(System.getProperty("java.io.tmpdir")))
                .doesNotExist();
    }

    @Test
    void withoutAnEditorItSaysSo() throws IOException {
        assertThat(session("/edit")).contains("/edit: no editor is chosen: /set editor vi, or the variable EDITOR\n");
    }

    @Test
    void aClassPathIsAddedAndTheSessionRunAgain() throws Exception {
        Path source = Files.createDirectories(folder.resolve("lib/own")).resolve("Own.java");
        Files.writeString(source, "package own; public class Own { public static int answer() { return 42; } }");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        assertThat(javac.run(null, null, null, source.toString())).isZero();

        String path = folder.resolve("lib").toString();
        assertThat(session("int n = 2", "own.Own.answer()", "/env -class-path " + path, "own.Own.answer() / n", "/env"))
                .contains("error: ")
                .contains("ran 1 entry again\n")
                .contains("= 21\n")
                .contains("class path  gradflow's own, and\n            " + path + "\n")
                .contains("Java        " + Runtime.version());
        assertThat(session("/env -class-path /no/such.jar")).contains("/env: /no/such.jar: no such file or folder\n");
        assertThat(session("/env -add-modules x"))
                .contains("GRADFLOW_JAVA_OPTS='--add-modules x' scripts/gradflow, and then /reload -restore\n");
    }

    @Test
    void aStartFileIsRunAtEachStart() throws IOException {
        Path file = Files.writeString(folder.resolve("start.jsh"), "/set digits 3\nint mine = 21;\n");
        Map<String, String> start = Map.of("GRADFLOW_START", file.toString());

        assertThat(session(start, "mine / 9.0", "/set"))
                .contains("= 2.33\n")
                .contains("run at each start: " + file + "\n");
        Files.writeString(file, "nosuch\n");
        assertThat(session(start, "1"))
                .contains("error: cannot find symbol")
                .contains("the rest of " + file + " was not run\n");
    }

    private static String session(String... lines) throws IOException {
        return session(Map.of(), lines);
    }

    private static String session(Map<String, String> variables, String... lines) throws IOException {
        return PlainSession.typed(Terminal.TYPE_DUMB, 100, variables, lines);
    }
}
