package gradflow.repl.command;

import java.util.List;

/** Shows the types that were declared. */
record Types() implements Command {

    @Override
    public String name() {
        return "/types";
    }

    @Override
    public String purpose() {
        return "types that you declared";
    }

    @Override
    public boolean speaksInSentences() {
        return false;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<String> names = Words.of(argument);
        List<String> types = prompt.engine().types().stream()
                .filter(line -> names.isEmpty()
                        || names.contains(line.replaceFirst("\\(.*", "").replaceFirst(".* ", "")))
                .toList();
        return types.isEmpty() ? "none yet" : String.join("\n", types);
    }
}
