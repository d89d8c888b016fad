package gradflow.repl.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Writes what was typed and ran as a script. */
record Save() implements Command {

    @Override
    public String name() {
        return "/save";
    }

    @Override
    public String purpose() {
        return "as a script: /save net.jsh";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        if (argument.isEmpty()) {
            return "/save: where to? for example: /save net.jsh";
        }
        if (prompt.entries().isEmpty()) {
            return "/save: nothing to save yet";
        }
        try {
            Path file = Files.path(argument);
            java.nio.file.Files.writeString(file, String.join("\n", prompt.entries()) + "\n");
            return "saved " + prompt.entries().size() + " entries to " + argument + "; scripts/gradflow runs it";
        } catch (IOException | InvalidPathException e) {
            return Files.failure("/save", argument, e);
        }
    }
}
