package gradflow.repl.script;

import gradflow.repl.engine.EngineOptions;
import gradflow.repl.engine.Frames;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import gradflow.repl.engine.SnippetThread;
import gradflow.repl.engine.Unresolved;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A script that was compiled as a whole: nothing of JShell is loaded. Its pieces run one after the other, each in a thread
 * of its own, as snippets do.
 */
public final class WholeScript implements Evaluator {
    static final String ARGUMENTS = "args";

    private final List<Part> parts;
    private final Sources sources;
    private final Class<?> script;
    private final SnippetThread thread;
    private int next;

    private WholeScript(List<Part> parts, Sources sources, Loader loader) throws ClassNotFoundException {
        this.parts = parts;
        this.sources = sources;
        script = loader.loadClass(Sources.PACKAGE + "." + Sources.CLASS);
        thread = new SnippetThread(loader);
    }

    /** {@return the script; or nothing, where its meaning could be another than snippet by snippet} */
    public static Optional<Evaluator> compile(String text, List<String> arguments) {
        return compile(text, arguments, EngineOptions.standard().imports());
    }

    /** The same with these imports. */
    public static Optional<Evaluator> compile(String text, List<String> arguments, List<String> imports) {
        boolean declared = text.contains(ARGUMENTS);
        try (Javac javac = new Javac(text)) {
            List<Part> parts = Parts.of(text, declared);
            Sources sources = new Sources(parts, imports, declared);
            if (sources.hasInferred()) {
                Inference.run(javac, sources);
            }
            WholeScript whole = new WholeScript(parts, sources, new Loader(Compilation.run(javac, sources)));
            if (declared) {
                Field field = whole.script.getField(ARGUMENTS);
                field.setAccessible(true);
                field.set(null, arguments.toArray(String[]::new));
            }
            return Optional.of(whole);
        } catch (Doubt | IOException | ReflectiveOperationException | LinkageError | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super("script", WholeScript.class.getClassLoader());
            this.classes = new HashMap<>(classes);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    @Override
    public List<Piece> pieces() {
        return parts.stream().map(Part::piece).toList();
    }

    @Override
    public Outcome eval(Piece piece, String id) {
        int index = next++;
        Part part = parts.get(index);
        if (!part.runs()) {
            return new Outcome.Done();
        }
        Outcome outcome = thread.run(() -> invoke(Sources.method(index)));
        if (outcome instanceof Outcome.Thrown thrown) {
            StackTraceElement[] trace =
                    ScriptFrames.asOfSnippets(thrown.thrown().getStackTrace());
            return new Outcome.Thrown(thrown.thrown(), 0, Frames.own(trace, Map.of()), Frames.callee(trace));
        }
        if (outcome instanceof Outcome.Value value && part.is(Part.Kind.EXPRESSION) && !sources.isStatement(index)) {
            return new Outcome.Value("", value.value(), Piece.endsInSemicolon(piece.source()));
        }
        return outcome instanceof Outcome.Value ? new Outcome.Done() : outcome;
    }

    private @Nullable Object invoke(String name) throws Throwable {
        Method method = script.getDeclaredMethod(name);
        method.setAccessible(true);
        try {
            return method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    @Override
    public Outcome call(Callable<? extends @Nullable Object> task) {
        return thread.run(task::call);
    }

    /** {@return nothing: what uses names that nothing declares doesn't compile} */
    @Override
    public List<Unresolved> unresolved() {
        return List.of();
    }
}
