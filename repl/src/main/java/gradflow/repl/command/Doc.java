package gradflow.repl.command;

import java.util.List;

/** Shows the page of a word, a screen at a time where it is longer than the terminal. */
record Doc() implements Command {

    @Override
    public String name() {
        return "/doc";
    }

    @Override
    public String purpose() {
        return "as ?word, with pages to turn: /doc whh";
    }

    @Override
    public String usage() {
        return "/doc word";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Help.words().toList();
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        if (argument.isEmpty()) {
            return "/doc: of what? for example: /doc whh";
        }
        prompt.page(Help.page(prompt, argument));
        return "";
    }
}
