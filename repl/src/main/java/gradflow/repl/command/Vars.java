package gradflow.repl.command;

import gradflow.repl.engine.VariableInfo;
import java.util.stream.Collectors;

/** Shows the variables. */
record Vars() implements Command {

    @Override
    public String name() {
        return "/vars";
    }

    @Override
    public String purpose() {
        return "variables and their types";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        String lines = prompt.engine().variables().stream().map(Vars::line).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "none yet" : lines;
    }

    private static String line(VariableInfo variable) {
        return variable.type() + " " + variable.name();
    }
}
