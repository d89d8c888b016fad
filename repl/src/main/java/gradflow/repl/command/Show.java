package gradflow.repl.command;

import gradflow.repl.engine.Outcome;
import java.util.List;

/** Shows the whole of a value, in a pager. */
record Show() implements Command {

    @Override
    public String name() {
        return "/show";
    }

    @Override
    public String purpose() {
        return "the whole of the last value, in a pager";
    }

    @Override
    public String usage() {
        return "/show [expression]";
    }

    @Override
    public String more() {
        return "Every row and entry. Space and b turn pages, arrows move, / searches, q leaves.";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Names.variables(prompt);
    }

    @Override
    public boolean takesExpression() {
        return true;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        Subject.of(prompt, argument).ifPresent(value -> {
            Outcome outcome = prompt.call(() -> prompt.text().whole().of(value.value()));
            if (outcome instanceof Outcome.Value text && text.value() instanceof String string) {
                prompt.page(string);
            } else {
                prompt.show(outcome);
            }
        });
        return "";
    }
}
