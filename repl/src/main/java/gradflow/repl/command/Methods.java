package gradflow.repl.command;

import java.util.List;

/** Shows the methods that were declared. */
record Methods() implements Command {

    @Override
    public String name() {
        return "/methods";
    }

    @Override
    public String purpose() {
        return "methods that you declared";
    }

    @Override
    public boolean speaksInSentences() {
        return false;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<String> names = Words.of(argument);
        List<String> methods = prompt.engine().methods().stream()
                .filter(line -> names.isEmpty()
                        || names.contains(line.replaceFirst("\\(.*", "").replaceFirst(".* ", "")))
                .toList();
        return methods.isEmpty() ? "none yet" : String.join("\n", methods);
    }
}
