package gradflow.repl.command;

import gradflow.repl.engine.EngineOptions;
import gradflow.repl.session.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what was typed, by number. */
record Listing() implements Command {
    private static final String START = "-start";

    @Override
    public String name() {
        return "/list";
    }

    @Override
    public String purpose() {
        return "what was typed and ran, by number";
    }

    @Override
    public String usage() {
        return "/list [-all|-start|number|from-to|name]";
    }

    @Override
    public String more() {
        return """
                The number is the one that errors name, that /3 runs again, and that _3 and $3 are the value of.
                -all shows what failed, was dropped or was gone on with too, and the start-up imports.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return List.of("-all", START);
    }

    @Override
    public boolean speaksInSentences() {
        return false;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<String> names = Words.of(argument);
        List<String> lines = new ArrayList<>();
        if (names.contains(START) || names.contains("-all")) {
            List<String> imports = EngineOptions.standard().imports();
            for (int i = 0; i < imports.size(); i++) {
                lines.add(line("s" + (i + 1), imports.get(i)));
            }
        }
        if (!names.equals(List.of(START))) {
            Selection.of(prompt.entries(), names).forEach(entry -> lines.add(line(number(entry), entry.typed())));
        }
        return !lines.isEmpty()
                ? String.join("\n", lines)
                : names.isEmpty() ? "nothing yet" : "/list: no entry is called " + argument;
    }

    private static String number(Entry entry) {
        return switch (entry.state()) {
                    case RAN -> "";
                    case CONTINUED -> ".";
                    case DROPPED -> "d";
                    case FAILED -> "e";
                }
                + entry.number();
    }

    private static String line(String number, String source) {
        return source.lines().collect(Collectors.joining("\n       ", String.format("%4s : ", number), ""));
    }
}
