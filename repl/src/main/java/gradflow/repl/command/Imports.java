package gradflow.repl.command;

import gradflow.repl.engine.EngineOptions;
import gradflow.repl.session.Replay;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the imports. */
record Imports() implements Command {

    @Override
    public String name() {
        return "/imports";
    }

    @Override
    public String purpose() {
        return "what is imported";
    }

    @Override
    public boolean speaksInSentences() {
        return false;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        Stream<String> typed = Replay.of(prompt.entries()).stream().filter(entry -> entry.startsWith("import "));
        return Stream.concat(EngineOptions.standard().imports().stream(), typed).collect(Collectors.joining("\n"));
    }
}
