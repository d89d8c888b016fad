package gradflow.repl.command;

/** Forgets variables, methods and types. */
record Reset() implements Command {

    @Override
    public String name() {
        return "/reset";
    }

    @Override
    public String purpose() {
        return "forget all, begin anew";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        prompt.reset();
        return "forgot all variables, methods and types; /reload -restore brings them back";
    }
}
