package gradflow.repl.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;

/** The system's shell, which has the terminal for as long as a command takes. */
final class Shell {
    private final Terminal terminal;

    Shell(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * {@return the status that a command ends with}
     *
     * @param arguments what it sees as {@code $1} and so on
     */
    int run(String command, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", command, "gradflow"));
        words.addAll(List.of(arguments));
        Attributes before = terminal.getAttributes();
        terminal.setAttributes(asAtTheStart(before));
        try {
            return waitFor(new ProcessBuilder(words).inheritIO().start());
        } finally {
            terminal.setAttributes(before);
        }
    }

    /** Stops this program as Ctrl-Z does elsewhere; returns when the person has it go on, or at once where nobody could. */
    void suspend() throws IOException {
        int unused = run("kill -TSTP " + ProcessHandle.current().pid());
    }

    /** A program that reads lines relies on the terminal's own editing of them. */
    private static Attributes asAtTheStart(Attributes now) {
        Attributes usual = new Attributes(now);
        usual.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN, LocalFlag.ISIG), true);
        usual.setInputFlag(InputFlag.ICRNL, true);
        return usual;
    }

    /** Ctrl-C is the command's own while it has the terminal. */
    private static int waitFor(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                // The command has seen it too.
            }
        }
    }
}
