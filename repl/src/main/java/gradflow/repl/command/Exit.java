package gradflow.repl.command;

/** Leaves the program. */
record Exit() implements Command {

    @Override
    public String name() {
        return "/exit";
    }

    @Override
    public String purpose() {
        return "leave, as Ctrl-D does";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        prompt.leave();
        return "";
    }
}
