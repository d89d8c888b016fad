package gradflow.repl.command;

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
        return Names.shown(prompt.engine().types(), argument);
    }
}
