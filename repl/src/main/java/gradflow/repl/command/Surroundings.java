package gradflow.repl.command;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.VariableInfo;
import gradflow.repl.session.Entry;
import gradflow.repl.session.Values;
import java.util.List;
import java.util.concurrent.Callable;

/** What a command may ask of the prompt that it is typed at. */
public interface Surroundings {

    /** {@return what evaluates} */
    Engine engine();

    /** {@return what was typed since the last reset, what failed too} */
    List<Entry> entries();

    /** {@return all that was typed in this session, commands too} */
    List<String> history();

    /** {@return the values by number} */
    Values values();

    /** {@return how many columns a line has} */
    int width();

    /** Lets Enter on an empty line run this, once. */
    void offer(String example);

    /** Evaluates Java, piece by piece, as if it had been typed. */
    void answer(String java);

    /** {@return what came of a task of ours, which Ctrl-C stops} */
    Outcome call(Callable<?> task);

    /** Shows a variable with its type and value, on one line. */
    void list(VariableInfo variable);

    /** Shows what came of something. */
    void show(Outcome outcome);

    /** {@return what is to be said about the last error, or empty if there was none} */
    String explanation();

    /** {@return whether there was a variable, method or type of that name, which is now forgotten} */
    boolean drop(String name);

    /** Forgets variables, methods, types and entries. */
    void reset();

    /** Ends the program after this entry. */
    void leave();
}
