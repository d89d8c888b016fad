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
    public String usage() {
        return "/methods [name…]";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Names.of(prompt.engine().methods());
    }

    @Override
    public boolean speaksInSentences() {
        return false;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        return Names.shown(name(), prompt.engine().methods(), argument);
    }
}
