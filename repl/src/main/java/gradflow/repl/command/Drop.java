package gradflow.repl.command;

/** Forgets one variable, method or type. */
record Drop() implements Command {

    @Override
    public String name() {
        return "/drop";
    }

    @Override
    public String purpose() {
        return "forget a name: /drop net";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        if (argument.isEmpty()) {
            return "/drop: which? for example: /drop net";
        }
        return prompt.engine().drop(argument) ? "dropped " + argument : "/drop: nothing is called " + argument;
    }
}
