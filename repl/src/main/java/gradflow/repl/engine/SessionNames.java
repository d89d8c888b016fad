package gradflow.repl.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * What a session has given a name.
 *
 * @param variables their names
 * @param methods their names, each with whether it takes nothing
 * @param types their names
 * @param imports import declarations, several in a text or one
 * @param onlyOurs whether snippets see the classes of the JDK and of this program, and no others
 */
public record SessionNames(
        Set<String> variables,
        Map<String, Boolean> methods,
        Set<String> types,
        List<String> imports,
        boolean onlyOurs) {

    /** {@return what a session begins with, at the prompt} */
    public static SessionNames atStart() {
        return new SessionNames(
                Set.of(), Map.of(), Set.of(), EngineOptions.atPrompt().imports(), true);
    }

    static SessionNames of(JShell shell, List<String> imports, boolean onlyOurs) {
        Set<String> variables = new HashSet<>();
        Map<String, Boolean> methods = new HashMap<>();
        Set<String> types = new HashSet<>();
        shell.snippets().filter(snippet -> isUsable(shell.status(snippet))).forEach(snippet -> {
            if (snippet instanceof MethodSnippet method) {
                methods.merge(method.name(), method.parameterTypes().isEmpty(), Boolean::logicalAnd);
            } else if (snippet instanceof VarSnippet || snippet instanceof TypeDeclSnippet) {
                Set<String> names = snippet instanceof VarSnippet ? variables : types;
                names.add(((PersistentSnippet) snippet).name());
            }
        });
        List<String> all = Stream.concat(imports.stream(), shell.imports().map(Snippet::source))
                .distinct()
                .toList();
        return new SessionNames(variables, methods, types, all, onlyOurs);
    }

    private static boolean isUsable(Status status) {
        return status == Status.VALID || status == Status.RECOVERABLE_DEFINED;
    }
}
