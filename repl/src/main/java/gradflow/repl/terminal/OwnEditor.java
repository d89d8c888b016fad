package gradflow.repl.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;

/** The person's own editor, which gets the terminal for a while. */
final class OwnEditor {
    private final Terminal terminal;
    private final Shell shell;
    private final Environment environment;
    private String chosen = "";

    OwnEditor(Terminal terminal, Shell shell, Environment environment) {
        this.terminal = terminal;
        this.shell = shell;
        this.environment = environment;
    }

    /** Takes another one. */
    void choose(String command) {
        chosen = command;
    }

    /** {@return the command that starts it, or an empty text if there is none} */
    String command() {
        return Stream.concat(
                        Stream.of(chosen),
                        Stream.of("GRADFLOW_EDITOR", "VISUAL", "EDITOR")
                                .flatMap(name -> environment.value(name).stream()))
                .filter(command -> !command.isBlank())
                .findFirst()
                .orElse("");
    }

    /**
     * Has a text edited.
     *
     * @throws IOException with a message for a person, if that can't be done
     */
    String edit(String text) throws IOException {
        String command = command();
        if (command.isEmpty()) {
            throw new IOException("no editor is chosen: /set editor vi, or the variable EDITOR");
        }
        Path folder = Files.createTempDirectory("gradflow");
        Path file = folder.resolve("entry.jsh");
        try {
            Files.writeString(file, text);
            terminal.flush();
            // By the shell, since EDITOR may hold options, and a path with blanks in quotation marks.
            int status = shell.run(command + " \"$1\"", file.toString());
            if (status != 0) {
                throw new IOException(
                        "the editor (" + command + ") ended with status " + status + ", so that nothing is run");
            }
            return Files.readString(file);
        } finally {
            delete(folder);
        }
    }

    /** Many an editor leaves a copy of the text as it was, beside it. */
    private static void delete(Path folder) {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path path : left.toList()) {
                Files.delete(path);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // The edited text matters more than what stays behind in the folder for temporary files.
        }
    }
}
