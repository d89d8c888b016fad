package gradflow.repl.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates Java, piece by piece, inside this program.
 *
 * <p>Methods wait for each other, except {@link #stop()}, which is for other threads to call while one evaluates.
 */
public final class Engine implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final EngineOptions options;
    private final Extents extents = new Extents(this::analysis);
    private volatile Session session;
    private List<Path> classPath = List.of();
    private int evaluated;
    private int asides;
    private List<String> lost = List.of();

    private Engine(EngineOptions options) {
        this.options = options;
        session = new Session(options, classPath);
    }

    /** {@return an engine with the standard imports; takes some hundred milliseconds, so begin early} */
    public static Engine start() {
        return start(EngineOptions.standard());
    }

    /** {@return an engine set up as the options say} */
    public static Engine start(EngineOptions options) {
        return new Engine(options);
    }

    /** {@return what came of one snippet; frames name it by its number} */
    public synchronized Outcome eval(String snippet) {
        evaluated++;
        return eval(snippet, Integer.toString(evaluated), null);
    }

    /**
     * Evaluates an expression that the person hasn't typed, and leaves no variable behind.
     *
     * @param id names it in the frames of what is thrown later
     */
    public synchronized Outcome evalAside(String snippet, String id) {
        asides++;
        String name = "$" + id + asides;
        Outcome outcome = eval(snippet, id, name);
        boolean unused = session.drop(name);
        return outcome;
    }

    /**
     * Evaluates one snippet.
     *
     * @param snippet one piece of {@link #split(String)}, or as much
     * @param id names it in the frames of what is thrown later; if it is a number n, its value is {@code $n}, as in jshell
     * @return what came of it
     */
    public synchronized Outcome eval(String snippet, String id) {
        return eval(snippet, id, NUMBER.matcher(id).matches() ? "$" + id : null);
    }

    private Outcome eval(String snippet, String id, @Nullable String unnamed) {
        session.execution().begin();
        lost = List.of();
        int lead = JavaText.skipTrivia(snippet, 0);
        if (lead == snippet.length()) {
            return new Outcome.Done();
        }
        String source = snippet.substring(lead);
        CompletionInfo info = extents.first(source);
        String evaluable = info.source();
        if (!info.completeness().isComplete() || evaluable == null) {
            // As it is, so that javac says what is missing.
            evaluable = source;
        } else if (!info.remaining().isBlank()) {
            int rest = snippet.length() - info.remaining().length();
            return new Outcome.Rejected(List.of(
                    new Outcome.Problem(rest, snippet.length(), "one snippet at a time: this is a second one")));
        }
        try {
            Replaced replaced = new Replaced(session, evaluable);
            List<SnippetEvent> events = session.eval(evaluable, id, Lines.count(snippet, 0, lead), unnamed);
            Outcome outcome = new Outcomes(session, snippet, lead, id).of(events);
            Outcome had = outcome.had();
            if (had instanceof Outcome.Thrown || had instanceof Outcome.Interrupted) {
                session.dropUnnamed(events);
            }
            lost = replaced.putBack(events);
            return outcome;
        } catch (RuntimeException | AssertionError e) {
            // javac or JShell itself failed over the snippet; that must not be the end of the session.
            return new Outcome.Thrown(e, 0, List.of(), "");
        } finally {
            session.execution().begin();
        }
    }

    /**
     * Compiles one snippet and runs nothing; variables that it declares are there, and hold nothing.
     *
     * @return {@link Outcome.Rejected}, or what came of it
     */
    public synchronized Outcome compile(String snippet, String id) {
        session.execution().compileOnly(true);
        try {
            return eval(snippet, id);
        } finally {
            session.execution().compileOnly(false);
        }
    }

    /**
     * Runs code of this program the way a snippet is run, so that it can be stopped and has a large stack: showing a
     * value calls the {@code toString()} of a person's own class.
     *
     * @return a {@link Outcome.Value}, {@link Outcome.Thrown} or {@link Outcome.Interrupted}
     */
    public synchronized Outcome call(Callable<? extends @Nullable Object> task) {
        session.execution().begin();
        Ended end = session.execution().run(task::call);
        session.execution().begin();
        return end.outcome();
    }

    /** {@return the snippets of a text; a line that begins with a dot goes on with the snippet before it} */
    public synchronized List<Piece> split(String text) {
        return extents.pieces(text);
    }

    /** {@return whether the text, of one snippet or more, can be evaluated as it stands} */
    public synchronized Completeness completeness(String text) {
        return extents.completeness(text);
    }

    /** {@return what could be typed at the cursor} */
    public synchronized List<Suggestion> suggestions(String text, int cursor) {
        return assistance(text, cursor).suggestions();
    }

    /** {@return the simple name of the type of an expression, or an empty text} */
    public synchronized String type(String expression) {
        return assistance(expression, expression.length()).type();
    }

    /** {@return the whole names of types that the simple name before the cursor can mean, if it means nothing yet} */
    public synchronized List<String> importable(String text, int cursor) {
        return assistance(text, cursor).importable();
    }

    /** {@return the signatures of the method that the cursor stands in, one a line} */
    public synchronized Optional<String> signature(String text, int cursor) {
        return assistance(text, cursor).signature();
    }

    /** {@return the names that have a meaning at the moment} */
    public synchronized Scope scope() {
        JShell shell = session.shell();
        Stream<String> declared = shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive())
                .filter(DeclarationSnippet.class::isInstance)
                .map(snippet -> ((DeclarationSnippet) snippet).name());
        return Scope.of(
                declared,
                Stream.concat(options.imports().stream(), shell.imports().map(Snippet::source)));
    }

    /** {@return what has been given a name so far} */
    public synchronized SessionNames names() {
        return SessionNames.of(session.shell(), options.imports(), classPath.isEmpty());
    }

    /** {@return the variables that the latest snippet took away, by declaring the type of what they held anew} */
    public synchronized List<String> lost() {
        return lost;
    }

    /** {@return the variables of the session, in the order of their declaration} */
    public synchronized List<VariableInfo> variables() {
        Session now = session;
        return now.shell()
                .variables()
                .filter(variable ->
                        isReadable(now, variable) && !variable.name().isEmpty())
                .map(variable -> new VariableInfo(variable.name(), variable.typeName(), now.value(variable)))
                .toList();
    }

    /** {@return the object that a variable holds; null too if there is no such variable} */
    public synchronized @Nullable Object value(String name) {
        Session now = session;
        for (VarSnippet variable : now.shell().variables().toList()) {
            if (variable.name().equals(name) && isReadable(now, variable)) {
                return now.value(variable);
            }
        }
        return null;
    }

    private static boolean isReadable(Session session, VarSnippet variable) {
        return !Declarations.isUnresolved(session.shell().status(variable));
    }

    /** {@return the methods that were declared, as in {@code double twice(double)}} */
    public synchronized List<String> methods() {
        return session.shell()
                .methods()
                .map(method -> Declarations.what(method).replaceFirst("^method ", ""))
                .toList();
    }

    /** {@return the types that were declared, as in {@code record Point}} */
    public synchronized List<String> types() {
        return session.shell().types().map(Declarations::what).toList();
    }

    /** {@return whether there was a variable, method or type of that name, which is now forgotten} */
    public synchronized boolean drop(String name) {
        return session.drop(name);
    }

    /** Lets go of the object that a variable holds, and leaves the variable, which then holds null. */
    public synchronized void free(String name) {
        session.free(name);
    }

    /** {@return declarations that still use what nothing declares} */
    public synchronized List<Unresolved> unresolved() {
        Session now = session;
        return now.shell()
                .snippets()
                .filter(snippet -> Declarations.isUnresolved(now.shell().status(snippet)))
                .map(snippet -> new Unresolved(
                        snippet.id(), Declarations.what(snippet), Declarations.missing(now.shell(), snippet)))
                .toList();
    }

    /** {@return what snippets see beside the classes of this program} */
    public synchronized List<Path> classPath() {
        return classPath;
    }

    /** From the next reset on, snippets see these files and folders beside the classes of this program. */
    public synchronized void classPath(List<Path> paths) {
        classPath = List.copyOf(paths);
    }

    /** Forgets everything that was declared. */
    public synchronized void reset() {
        session.close();
        session = new Session(options, classPath);
    }

    /** Ends what is being evaluated; returns at once. Does nothing when nothing is. */
    public void stop() {
        session.execution().stop();
    }

    /** {@return what is done as soon as the latest run has ended, which for one that was left behind may be never} */
    public CompletableFuture<Void> latestOver() {
        return session.execution().latestOver();
    }

    @Override
    public synchronized void close() {
        session.close();
    }

    /** Help understands the last snippet before the cursor only. */
    private Assistance assistance(String text, int cursor) {
        String before = text.substring(0, cursor);
        List<Piece> pieces = extents.pieces(before);
        return new Assistance(
                analysis(),
                before,
                pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).offset());
    }

    private SourceCodeAnalysis analysis() {
        return session.shell().sourceCodeAnalysis();
    }
}
