package gradflow.repl.command;

/** Shows what was typed, so that it can be copied into a script. */
record Listing() implements Command {

    @Override
    public String name() {
        return "/list";
    }

    @Override
    public String purpose() {
        return "what was typed and ran";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        return prompt.entries().isEmpty() ? "nothing yet" : String.join("\n", prompt.entries());
    }
}
