package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * The real program in a process of its own, with a pseudo-terminal as its controlling terminal, so that Ctrl-C reaches it
 * as a signal. The test sits where the person does.
 */
final class PseudoTerminal implements AutoCloseable {
    /** Generous, since a build machine may be busy; a wait ends as soon as the words are there. */
    private static final long PATIENCE_SECONDS = 60;

    static final String CTRL_C = "\003";
    static final String CTRL_D = "\004";
    static final String TAB = "\t";
    static final String ENTER = "\r";

    /**
     * Makes the terminal the program's own. A build that was started in the background runs with the interrupt signal
     * ignored, and so would all that it starts: Ctrl-C would be lost on them, which happens to nobody at a terminal.
     */
    private static final String AT_A_TERMINAL = """
            if env --default-signal=INT true 2>/dev/null; then set -- env --default-signal=INT "$@"; fi
            exec <>"$0" >&0 2>&0
            """;

    private static final String ALONE = "exec \"$@\"";

    private final JniNativePty pty;
    private final OutputStream keyboard;
    private final Process program;
    private final Transcript transcript = new Transcript();
    private int seen;

    private PseudoTerminal(JniNativePty pty, Process program) {
        this.pty = pty;
        this.program = program;
        this.keyboard = pty.getMasterOutput();
        Thread reader = new Thread(() -> transcript.fill(pty.getMasterInput()), "pseudo-terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /** Skips a test where Ctrl-C would be a character and no signal. */
    static void assumeASessionLeader() {
        assumeTrue(
                Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable),
                "setsid is not there, without which Ctrl-C would be a character and no signal");
    }

    /** Starts the program in a terminal with colours, for a person with this home; {@code variables} have the last word. */
    static PseudoTerminal at(Path home, int columns, Map<String, String> variables) throws IOException {
        return start(columns, ALONE, forPerson(home, variables));
    }

    private static Map<String, String> forPerson(Path home, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TERM",
                "xterm-256color",
                "HOME",
                home.toString(),
                "XDG_STATE_HOME",
                home.resolve("state").toString()));
        environment.putAll(variables);
        return environment;
    }

    /** Starts the program as a job of a shell, which goes on with {@code then} when it is suspended. */
    static PseudoTerminal underAShell(Path home, String then) throws IOException {
        return start(80, "set -m\n\"$@\"\n" + then, forPerson(home, Map.of("NO_COLOR", "1")));
    }

    /** Presses Ctrl-D at the prompt, and sees that the program ends well. */
    void leave() throws Exception {
        type(CTRL_D);
        assertThat(exitCode()).isZero();
    }

    /** Starts the program in a terminal of a given width. The environment given is all that it sees beside PATH. */
    private static PseudoTerminal start(int columns, String how, Map<String, String> environment) throws IOException {
        JniNativePty pty = (JniNativePty) new JniTerminalProvider().open(null, Size.of(columns, columns == 0 ? 0 : 24));
        // The leader of a new session gets the first terminal that it opens as its controlling terminal.
        List<String> command =
                new ArrayList<>(List.of("setsid", "sh", "-c", AT_A_TERMINAL + how, pty.getName(), javaCommand()));
        if (Runtime.version().feature() >= 24) {
            // What the jar's manifest says for those who start it with -jar.
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-Dgradflow.tty=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "gradflow.repl.Main"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(List.of("PATH"));
        // As the launcher has it: without a word on the encoding JDK 25 takes a terminal for one that knows ASCII
        // alone.
        builder.environment().put("LC_CTYPE", "C.UTF-8");
        builder.environment().put("GRADFLOW_START", "");
        builder.environment().putAll(environment);
        return new PseudoTerminal(pty, builder.start());
    }

    private static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Presses keys. */
    void type(String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Makes the terminal narrower or wider, of which the system tells the program. */
    void resize(int columns) throws IOException {
        pty.setSize(Size.of(columns, 24));
    }

    /** Pastes, as a terminal with bracketed paste does. */
    void paste(String text) throws IOException {
        type("\033[200~" + text + "\033[201~");
    }

    /** Waits until words appear after those that the last wait ended with, and gives what came up to them. */
    String await(String words) throws InterruptedException {
        String fresh = transcript.await(words, seen, PATIENCE_SECONDS);
        seen += fresh.length();
        return fresh;
    }

    /** Waits for the program's end and gives its exit code. */
    int exitCode() throws InterruptedException {
        assertThat(program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended by itself; it showed:%n%s", transcript)
                .isTrue();
        return program.exitValue();
    }

    /** {@return all that was shown, with its escapes} */
    String everything() {
        return transcript.toString();
    }

    @Override
    public void close() throws IOException {
        program.destroyForcibly();
        pty.close();
    }
}
