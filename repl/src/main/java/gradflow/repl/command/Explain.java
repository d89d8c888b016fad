package gradflow.repl.command;

/** Says more about the last error. */
record Explain() implements Command {

    @Override
    public String name() {
        return "/explain";
    }

    @Override
    public String purpose() {
        return "more about the last error";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        String text = prompt.explanation();
        return text.isEmpty() ? "/explain: there was no error yet" : text;
    }
}
