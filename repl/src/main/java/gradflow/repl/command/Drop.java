package gradflow.repl.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
    public String usage() {
        return "/drop name…";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Names.declared(prompt);
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        if (argument.isEmpty()) {
            return "/drop: which? for example: /drop net";
        }
        return Arrays.stream(argument.split("[,\\s]+"))
                .map(name -> name.replaceFirst("^_?(\\d+)$", "\\$$1"))
                .map(name -> prompt.drop(name) ? "dropped " + name : "/drop: nothing is called " + name)
                .collect(Collectors.joining("\n"));
    }
}
