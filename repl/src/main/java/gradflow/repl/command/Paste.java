package gradflow.repl.command;

import gradflow.notes.Pasted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/** Runs a transcript or the Java of a Markdown page. */
record Paste() implements Command {
    private static final String END = "--";

    @Override
    public String name() {
        return "/paste";
    }

    @Override
    public String purpose() {
        return "run a transcript, or the Java of notes";
    }

    @Override
    public String usage() {
        return "/paste [file]";
    }

    @Override
    public String more() {
        return """
                Paste after it; a line -- or Ctrl-D ends it. Prompts and outputs of a transcript are left out, and all of
                Markdown but its Java blocks. A transcript that is pasted at the prompt itself is understood too.""";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        try {
            String text = argument.isEmpty() ? typed(prompt) : Files.readString(TypedPath.of(argument));
            String java = Pasted.java(text);
            if (java.isBlank()) {
                return text.isBlank() ? "/paste: nothing came" : "/paste: there is no Java in it";
            }
            boolean unused = prompt.answer(java);
            return "";
        } catch (IOException | InvalidPathException e) {
            return TypedPath.failure("/paste", argument, e);
        }
    }

    private static String typed(Surroundings prompt) {
        prompt.aside("paste now; a line " + END + " or Ctrl-D ends it");
        StringBuilder text = new StringBuilder();
        while (true) {
            Optional<String> line = prompt.read("");
            if (line.isEmpty() || line.get().strip().equals(END)) {
                return text.toString();
            }
            text.append(line.get()).append('\n');
            if (line.get().contains("\n")) {
                // A terminal that marks what is pasted hands it over as one.
                return text.toString().replaceAll("(?m)^\\s*--\\s*$", "");
            }
        }
    }
}
