package gradflow.repl.command;

import gradflow.notes.SessionNotes;
import gradflow.repl.engine.Outcome;
import gradflow.repl.session.Replay;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Writes the session as lecture notes. */
record Export() implements Command {

    @Override
    public String name() {
        return "/export";
    }

    @Override
    public String purpose() {
        return "as checked lecture notes: /export notes.md";
    }

    @Override
    public String usage() {
        return "/export notes.md [title]";
    }

    @Override
    public String more() {
        return """
                Runs what counts of the session once more, from nothing, and writes it with its outputs, so that
                scripts/gradflow check notes.md finds it true. A file that is there is left alone; say -force to replace it.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return List.of("-force");
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        boolean force = argument.startsWith("-force");
        String[] parts = argument.replaceFirst("^-force\\s*", "").split("\\s+", 2);
        if (parts[0].isEmpty()) {
            return "/export: where to? for example: /export notes.md";
        }
        List<String> script = Replay.of(prompt.entries());
        if (script.isEmpty()) {
            return "/export: nothing has run yet";
        }
        try {
            Path file = Files.path(parts[0]);
            if (java.nio.file.Files.exists(file) && !force) {
                return "/export: " + parts[0] + " is there already; /export -force " + argument + " replaces it";
            }
            String title = parts.length > 1 ? parts[1] : "Notes";
            Outcome outcome = prompt.call(() -> SessionNotes.of(parts[0], title, script));
            if (outcome instanceof Outcome.Value value && value.value() instanceof SessionNotes notes) {
                java.nio.file.Files.writeString(file, notes.text());
                return report(parts[0], notes);
            }
            prompt.show(outcome);
            return "";
        } catch (IOException | InvalidPathException e) {
            return Files.failure("/export", parts[0], e);
        }
    }

    private static String report(String file, SessionNotes notes) {
        return notes.problems().isEmpty()
                ? "wrote " + file + "; scripts/gradflow check " + file + " finds it true"
                : "wrote " + file + ", in which this went wrong when it ran once more:\n"
                        + String.join("\n", notes.problems());
    }
}
