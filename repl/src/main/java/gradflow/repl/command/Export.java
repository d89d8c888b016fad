package gradflow.repl.command;

import gradflow.notes.Refused;
import gradflow.notes.SessionNotes;
import gradflow.repl.engine.Outcome;
import gradflow.repl.session.Replay;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the session as lecture notes. */
record Export() implements Command {
    private static final String FORCE = "-force";

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
        return "/export [-force] notes.md";
    }

    @Override
    public String more() {
        return """
                Runs what counts of the session again, from nothing, and writes it with what it shows, plots as pictures
                beside it, so that scripts/gradflow check notes.md finds it true. -force replaces a file that is there.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return List.of(FORCE);
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        boolean force = argument.startsWith(FORCE);
        String name = argument.replaceFirst("^" + FORCE + "\\s*", "");
        if (name.isEmpty()) {
            return "/export: where to? for example: /export notes.md";
        }
        List<String> script = Replay.of(prompt.entries());
        if (script.isEmpty()) {
            return "/export: nothing has run yet";
        }
        try {
            Path file = TypedPath.of(name);
            if (!force && Files.exists(file)) {
                return "/export: " + name + " is there already; /export " + FORCE + " replaces it";
            }
            Outcome outcome = prompt.call(() -> SessionNotes.of(file, script));
            if (outcome instanceof Outcome.Value value && value.value() instanceof SessionNotes notes) {
                notes.write(force);
                return report(name, notes);
            }
            prompt.show(outcome);
            return "";
        } catch (Refused e) {
            return "/export: " + e.getMessage();
        } catch (InvalidPathException e) {
            return TypedPath.failure("/export", name, e);
        }
    }

    private static String report(String file, SessionNotes notes) {
        String pictures = notes.pictures().isEmpty()
                ? ""
                : " and " + notes.pictures().size() + (notes.pictures().size() == 1 ? " picture" : " pictures");
        return Stream.concat(
                        Stream.of("wrote " + file + pictures + "; scripts/gradflow check " + file + " finds it true"),
                        notes.remarks().stream().map(remark -> "  " + remark))
                .collect(Collectors.joining("\n"));
    }
}
