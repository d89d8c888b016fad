package gradflow.repl;

import gradflow.repl.display.CodeErrors;
import gradflow.repl.display.SourceText;
import gradflow.repl.display.ValueText;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import gradflow.repl.engine.Unresolved;
import gradflow.repl.script.BySnippet;
import gradflow.repl.script.Evaluator;
import gradflow.report.Result;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a script, piece by piece, up to its first error. */
final class ScriptRunner {
    private static final int INTERRUPTED = 130;
    /** Fixed, so that a script writes the same wherever it runs. */
    static final int WIDTH = 80;

    private static final String EXIT = "/exit";

    private final Evaluator evaluator;
    private final Script script;
    private final PrintStream out;
    private final PrintStream err;
    private final CodeErrors errors;
    private final ValueText values;

    ScriptRunner(Engine engine, Script script, PrintStream out, PrintStream err) {
        this(new BySnippet(engine, script.text(), script.arguments()), script, out, err);
    }

    ScriptRunner(Evaluator evaluator, Script script, PrintStream out, PrintStream err) {
        this(evaluator, script, new ValueText(WIDTH, false), out, err);
    }

    ScriptRunner(Evaluator evaluator, Script script, ValueText values, PrintStream out, PrintStream err) {
        this.evaluator = evaluator;
        this.values = values;
        this.script = script;
        this.out = out;
        this.err = err;
        errors = new CodeErrors(new SourceText(script.name(), script.text()));
    }

    /** {@return the exit code} */
    int run() {
        // So that a script finds what lies beside it, from whatever folder it is run.
        System.setProperty("gradflow.script", script.name());
        errors.expect(Evaluator.SCRIPT, new Piece(script.text(), 0, 1, 1));
        for (Piece piece : evaluator.pieces()) {
            // jshell needs /exit at the end of a script, so that a script for both may carry it.
            if (piece.source().strip().equals(EXIT)) {
                break;
            }
            int code = run(piece);
            out.flush();
            if (code != 0) {
                return code;
            }
        }
        return finish();
    }

    private int run(Piece piece) {
        if (piece.source().startsWith("/")) {
            return fail(errors.whole(piece, "not Java; commands are for the prompt"));
        }
        String id = "line" + piece.line() + "." + piece.column();
        errors.expect(id, piece);
        Outcome outcome = evaluator.eval(piece, id);
        if (outcome instanceof Outcome.Value value && (!value.silenced() || value.value() instanceof Result)) {
            // What cannot be shown has failed as if it had thrown itself.
            outcome = evaluator.call(() -> values.of(value.value()));
            if (outcome instanceof Outcome.Value text) {
                print(String.valueOf(text.value()));
            }
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            return fail(errors.rejected(piece, rejected));
        }
        if (outcome instanceof Outcome.Thrown thrown) {
            return fail(errors.thrown(piece, thrown));
        }
        return outcome instanceof Outcome.Interrupted ? INTERRUPTED : 0;
    }

    /** A text that ends in a line feed, as CSV does, gets no second one. */
    private void print(String text) {
        out.print(text.endsWith("\n") ? text : text + "\n");
    }

    private int finish() {
        List<Unresolved> unresolved = evaluator.unresolved();
        return unresolved.isEmpty()
                ? 0
                : fail(unresolved.stream().map(errors::unresolved).collect(Collectors.joining("\n")));
    }

    private int fail(String message) {
        err.println(message);
        return 1;
    }
}
