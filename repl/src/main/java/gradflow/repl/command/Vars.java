package gradflow.repl.command;

import gradflow.repl.engine.VariableInfo;
import java.util.List;

/** Shows the variables. */
record Vars() implements Command {

    @Override
    public String name() {
        return "/vars";
    }

    @Override
    public String purpose() {
        return "variables, their types and values";
    }

    @Override
    public String usage() {
        return "/vars [name…]";
    }

    @Override
    public String more() {
        return "$3 is the value of entry 3, which got no name; the last fifty such are kept.";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Names.variables(prompt);
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<String> names = Words.of(argument);
        List<VariableInfo> all = prompt.engine().variables().stream()
                .filter(variable -> !prompt.values().isFreed(variable.name()))
                .filter(variable -> names.isEmpty() || names.contains("-all") || names.contains(variable.name()))
                .toList();
        if (all.isEmpty()) {
            return names.isEmpty() ? "none yet" : "/vars: no variable is called " + argument;
        }
        all.forEach(prompt::list);
        return "";
    }
}
