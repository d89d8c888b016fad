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

    /**
     * {@return of declarations those whose names are in {@code argument}, or all of them if it is empty, a line each}
     *
     * @param command that asks
     */
    static String shown(String command, List<String> declarations, String argument) {
        List<String> names = Words.of(argument).stream()
                .filter(word -> !word.equals("-all") && !word.equals("-start"))
                .toList();
        List<String> shown = declarations.stream()
                .filter(line -> names.isEmpty() || names.contains(name(line)))
                .toList();
        if (shown.isEmpty() && !names.isEmpty()) {
            return command + ": nothing is called " + argument;
        }
        return shown.isEmpty() ? "none yet" : String.join("\n", shown);
    }

    /** {@return the names that declarations declare} */
    static List<String> of(List<String> declarations) {
        return declarations.stream().map(Names::name).distinct().toList();
    }

    /** {@return the name that a declaration as {@code double f(int)} or {@code record P} declares} */
    private static String name(String declaration) {
        return declaration.replaceFirst("\\(.*", "").replaceFirst(".* ", "");
    }

    static List<String> declared(Surroundings prompt) {
        return Stream.of(
                        variables(prompt).stream(),
                        prompt.engine().methods().stream(),
                        prompt.engine().types().stream())
                .flatMap(names -> names)
                .map(Names::name)
                .distinct()
                .toList();
    }
}
