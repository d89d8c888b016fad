package gradflow.repl.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;

/** Runs a script as if it had been typed. */
record Open() implements Command {

    @Override
    public String name() {
        return "/open";
    }

    @Override
    public String purpose() {
        return "run a script: /open net.jsh";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        if (argument.isEmpty()) {
            return "/open: which? for example: /open net.jsh";
        }
        try {
            String text = Files.readString(TypedPath.of(argument));
            boolean unused = prompt.answer(text.startsWith("#!") ? "//" + text.substring(2) : text);
            return "";
        } catch (IOException | InvalidPathException e) {
            return TypedPath.failure("/open", argument, e);
        }
    }
}
