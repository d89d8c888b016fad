package gradflow.repl.engine;

import gradflow.repl.library.LibraryFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** One JShell with the execution that belongs to it: everything that a reset throws away. */
final class Session implements AutoCloseable {
    private final Execution execution;
    private final JShell shell;
    private final Map<String, Integer> skippedLines = new HashMap<>();
    private String id = "startup";
    private @Nullable String unnamed;
    private int numbered;

    /** @param classPath what snippets see beside the classes of this program */
    Session(EngineOptions options, List<Path> classPath) {
        execution = new Execution(new SnippetLoader(new SnippetHost(options.console()), classPath), options.grace());
        shell = JShell.builder()
                .fileManager(LibraryFiles::of)
                .executionEngine(new Provider(execution), Map.of())
                .idGenerator((snippet, number) -> nextId())
                .tempVariableNameGenerator(() -> unnamed)
                .compilerOptions(ModuleOptions.ofProcess().toArray(String[]::new))
                .build();
        HostClassPath.extra().forEach(shell::addToClasspath);
        classPath.forEach(path -> shell.addToClasspath(path.toString()));
        declare(options.imports());
    }

    private record Provider(Execution execution) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "gradflow";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return execution;
        }
    }

    /** All imports at once: JShell takes them as one snippet, which is a good deal faster than one after the other. */
    private void declare(List<String> imports) {
        if (imports.isEmpty()) {
            return;
        }
        String source = String.join("", imports);
        SnippetEvent event = shell.eval(source).get(0);
        if (event.status() != Status.VALID) {
            List<Outcome.Problem> problems = Problems.of(shell.diagnostics(event.snippet()), source, 0);
            throw new IllegalArgumentException(
                    "startup imports: " + problems.get(0).message());
        }
    }

    /** Several variables of one declaration are a snippet each. */
    private String nextId() {
        numbered++;
        return numbered == 1 ? id : id + "." + numbered;
    }

    JShell shell() {
        return shell;
    }

    Execution execution() {
        return execution;
    }

    Map<String, Integer> skippedLines() {
        return skippedLines;
    }

    /**
     * Evaluates one snippet.
     *
     * @param skipped how many lines of what was typed come before it
     * @param variable what to call the value of an expression, if that isn't taken; null, and JShell numbers it
     */
    List<SnippetEvent> eval(String source, String pieceId, int skipped, @Nullable String variable) {
        id = pieceId;
        unnamed = variable;
        numbered = 0;
        if (skipped > 0) {
            skippedLines.put(pieceId, skipped);
        }
        return shell.eval(source);
    }

    /** Takes back the unnamed variable of an expression that gave no value. */
    void dropUnnamed(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                    && event.status().isActive()) {
                shell.drop(event.snippet());
            }
        }
    }

    /** Forgets what has a name, and lets go of the object that a variable of that name holds. */
    boolean drop(String name) {
        return drop(name, PersistentSnippet.class);
    }

    /** Forgets a variable, and nothing else of its name. */
    void dropVariable(String name) {
        boolean unused = drop(name, VarSnippet.class);
    }

    private boolean drop(String name, Class<? extends PersistentSnippet> kind) {
        List<? extends PersistentSnippet> meant = shell.snippets()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(snippet ->
                        snippet.name().equals(name) && shell.status(snippet).isActive())
                .toList();
        for (PersistentSnippet snippet : meant) {
            free(snippet);
            shell.drop(snippet);
        }
        return !meant.isEmpty();
    }

    /**
     * Lets go of the object that a variable holds. The variable stays: dropping it would make JShell forget whatever was
     * declared by means of it.
     */
    void free(String name) {
        shell.variables().filter(variable -> variable.name().equals(name)).forEach(this::free);
    }

    private void free(PersistentSnippet snippet) {
        if (snippet instanceof VarSnippet variable && shell.status(snippet) == Status.VALID) {
            execution.release(() -> shell.varValue(variable));
        }
    }

    /** {@return the object in a variable} */
    @Nullable
    Object value(VarSnippet variable) {
        // The text that JShell returns is empty; asking for it makes the execution read the object.
        if (!shell.varValue(variable).isEmpty()) {
            throw new IllegalStateException("value of " + variable.name());
        }
        return execution.takeRead();
    }

    /** {@return whether the variable of a name holds an object now} */
    boolean give(String name, @Nullable Object value) {
        return shell.variables()
                .filter(variable -> variable.name().equals(name) && shell.status(variable) == Status.VALID)
                .allMatch(variable -> execution.give(value, () -> shell.varValue(variable)));
    }

    @Override
    public void close() {
        execution.end();
        shell.close();
    }
}
