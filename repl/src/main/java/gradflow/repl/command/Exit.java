package gradflow.repl.command;

import gradflow.repl.engine.Outcome;
import java.util.Optional;

/** Leaves the program. */
record Exit() implements Command {
    private static final int MOST = 255;

    @Override
    public String name() {
        return "/exit";
    }

    @Override
    public String purpose() {
        return "leave, as Ctrl-D does";
    }

    @Override
    public String usage() {
        return "/exit [status]";
    }

    @Override
    public String more() {
        return "The status, a number or an expression that gives one, is the program's; 0 without one.";
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        if (argument.isEmpty()) {
            prompt.leave(0);
            return "";
        }
        Optional<Outcome.Value> status = prompt.evaluate(argument);
        if (status.isPresent()) {
            if (!(status.get().value() instanceof Integer code) || code < 0 || code > MOST) {
                return "/exit: a status is a whole number from 0 to " + MOST;
            }
            prompt.leave(code);
        }
        return "";
    }
}
