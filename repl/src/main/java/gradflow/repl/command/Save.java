package gradflow.repl.command;

import gradflow.repl.engine.EngineOptions;
import gradflow.repl.session.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Writes what was typed and ran as a script. */
record Save() implements Command {
    private static final String HISTORY = "-history";
    private static final String START = "-start";

    @Override
    public String name() {
        return "/save";
    }

    @Override
    public String purpose() {
        return "as a script: /save net.jsh";
    }

    @Override
    public String usage() {
        return "/save [-all|-history|-start|number|from-to|name] file";
    }

    @Override
    public String more() {
        return """
                Writes what ran and still counts, as a script that scripts/gradflow runs and /open runs here. A value that
                a later line asks for as _ or $3 gets a name in it. -history writes all that was typed, commands too;
                -start the imports that every session has.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return List.of("-all", HISTORY, START);
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<String> words = Words.of(argument);
        if (words.isEmpty() || words.get(words.size() - 1).startsWith("-")) {
            return "/save: where to? for example: /save net.jsh";
        }
        String file = words.get(words.size() - 1);
        List<String> names = words.subList(0, words.size() - 1);
        List<String> lines = lines(prompt, names);
        if (lines.isEmpty()) {
            return names.isEmpty()
                    ? "/save: nothing to save yet"
                    : "/save: no entry is called " + names.get(0)
                            + (names.get(0).contains(".") ? "; the file comes last" : "");
        }
        try {
            Path path = TypedPath.of(file);
            Files.writeString(path, String.join("\n", lines) + "\n");
            String count = lines.size() + (lines.size() == 1 ? " entry" : " entries");
            return "saved " + count + " to " + file + (names.isEmpty() ? "; scripts/gradflow runs it" : "");
        } catch (IOException | InvalidPathException e) {
            return TypedPath.failure("/save", file, e);
        }
    }

    private static List<String> lines(Surroundings prompt, List<String> names) {
        if (names.contains(HISTORY)) {
            return prompt.history();
        }
        if (names.contains(START)) {
            return EngineOptions.standard().imports();
        }
        return names.contains("-all") || names.isEmpty()
                ? Replay.of(prompt.entries())
                : Replay.of(Selection.of(prompt.entries(), names));
    }
}
