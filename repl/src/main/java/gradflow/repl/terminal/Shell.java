package gradflow.repl.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The system's shell, which has the terminal for as long as a command takes. */
final class Shell {
    private Shell() {}

    /**
     * {@return the status that a command ends with}
     *
     * @param arguments what it sees as {@code $1} and so on
     */
    static int run(String command, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", command, "gradflow"));
        words.addAll(List.of(arguments));
        return waitFor(new ProcessBuilder(words).inheritIO().start());
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
