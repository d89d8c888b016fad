package gradflow.repl.script;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import gradflow.repl.engine.Unresolved;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One snippet after the other, each compiled when it is its turn: what a script means is what comes of this. */
public final class BySnippet implements Evaluator {
    private final Engine engine;
    private final String text;

    /** Declares the arguments, if the script can mean them: one more evaluation takes some 20 ms. */
    public BySnippet(Engine engine, String text, List<String> arguments) {
        this.engine = engine;
        this.text = text;
        if (text.contains(WholeScript.ARGUMENTS)) {
            String literals = arguments.stream().map(BySnippet::literal).collect(Collectors.joining(", "));
            if (!(engine.eval("String[] args = {" + literals + "};") instanceof Outcome.Variable)) {
                throw new IllegalStateException("args: " + literals);
            }
        }
    }

    private static String literal(String text) {
        // Octal: javac turns Unicode escapes into characters before it looks for the end of a literal.
        return text.chars()
                .mapToObj(c -> isPlain(c) ? Character.toString(c) : String.format("\\%03o", c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static boolean isPlain(int c) {
        return c > 0xFF || (c >= ' ' && c < 0x7F && c != '"' && c != '\\');
    }

    @Override
    public List<Piece> pieces() {
        return engine.split(text);
    }

    @Override
    public Outcome eval(Piece piece, String id) {
        return engine.eval(piece.source(), id);
    }

    @Override
    public Outcome call(Callable<? extends @Nullable Object> task) {
        return engine.call(task);
    }

    @Override
    public List<Unresolved> unresolved() {
        return engine.unresolved();
    }
}
