package gradflow.repl.command;

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
        return Names.shown(prompt.engine().methods(), argument);
    }
}
