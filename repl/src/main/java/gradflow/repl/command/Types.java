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
    public String usage() {
        return "/types [name…]";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Names.of(prompt.engine().types());
    }

    @Override
    public boolean speaksInSentences() {
        return false;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        return Names.shown(name(), prompt.engine().types(), argument);
    }
}
