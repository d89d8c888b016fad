package gradflow.repl.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Set;

/** Runs a script as if it had been typed. */
record Open() implements Command {
    private static final Set<String> OF_JSHELL = Set.of("DEFAULT", "JAVASE", "PRINTING", "TOOLING");

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
        if (OF_JSHELL.contains(argument)) {
            return "/open: " + argument
                    + " is jshell's own; its imports are here already (/imports), and for println an"
                    + " expression alone shows what it is";
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
