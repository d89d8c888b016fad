package gradflow.repl.script;

import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import gradflow.repl.engine.Unresolved;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Evaluates the pieces of one script, each once and in their order. */
public interface Evaluator {
    /** The id that frames may carry instead of that of a piece, with a line of the whole script. */
    String SCRIPT = "script";

    /** {@return the pieces of the script} */
    List<Piece> pieces();

    /**
     * Evaluates the next piece.
     *
     * @param id names it in the frames of what is thrown later
     */
    Outcome eval(Piece piece, String id);

    /** Runs code of this program as code of the script is run. */
    Outcome call(Callable<? extends @Nullable Object> task);

    /** {@return declarations that still use what nothing declares} */
    List<Unresolved> unresolved();
}
