package gradflow.repl.command;

import gradflow.repl.engine.VariableInfo;
import java.util.List;
import java.util.stream.Stream;

/** Names that a person can mean after a command. */
final class Names {
    private Names() {}

    static List<String> variables(Surroundings prompt) {
        return prompt.engine().variables().stream()
                .map(VariableInfo::name)
                .filter(name -> !prompt.values().isFreed(name))
                .toList();
    }

    static List<String> declared(Surroundings prompt) {
        return Stream.of(
                        variables(prompt).stream(),
                        prompt.engine().methods().stream().map(method -> method.replaceFirst("\\(.*", "")),
                        prompt.engine().types().stream())
                .flatMap(names -> names)
                .map(name -> name.replaceFirst(".* ", ""))
                .toList();
    }
}
