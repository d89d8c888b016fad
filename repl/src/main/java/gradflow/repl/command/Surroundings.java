package gradflow.repl.command;

import gradflow.repl.display.ValueText;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.VariableInfo;
import gradflow.repl.session.Entry;
import gradflow.repl.session.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What a command may ask of the prompt that it is typed at. */
public interface Surroundings {

    /** {@return what evaluates} */
    Engine engine();

    /** {@return what was typed since the last reset, what failed too} */
    List<Entry> entries();

    /** {@return all that was typed in this session, commands too} */
    List<String> history();

    /** {@return what was typed in earlier sessions} */
    List<String> earlier();

    /** {@return the values by number} */
    Values values();

    /** {@return how many columns a line has} */
    int width();

    /** {@return how values are shown} */
    ValueText text();

    /** {@return what can be chosen} */
    List<Setting> settings();

    /** {@return the file whose lines are run at each start, if there can be one} */
    Optional<Path> startFile();

    /** Shows words. */
    void say(String words);

    /** Shows words beside the matter. */
    void aside(String words);

    /** Shows a text: a page at a time where it is longer than the terminal. */
    void page(String text);

    /** {@return why the terminal can't be asked to take a text to the clipboard; nothing if it was} */
    Optional<String> toClipboard(String text);

    /** {@return one more line as it is typed, or several that are pasted at once; nothing at the end} */
    Optional<String> read(String question);

    /** {@return a text after the person's editor was at it; nothing if it wasn't, and then why was said} */
    Optional<String> edit(String text);

    /** Lets Enter on an empty line run this, once. */
    void offer(String example);

    /** {@return whether all of it ran} Evaluates Java and commands, piece by piece, as if they had been typed. */
    boolean answer(String text);

    /** {@return the value of an expression, which has no number; nothing if there is none, and then why was said} */
    Optional<Outcome.Value> evaluate(String expression);

    /**
     * {@return what there is to say about it}
     *
     * @param script pieces that ran once, which are run again without showing their values
     * @param quiet whether they aren't listed
     */
    String replay(List<String> script, boolean quiet);

    /** {@return what counted before the last reset, or in the last session} */
    List<String> previous();

    /** {@return what came of a task of ours, which Ctrl-C stops} */
    Outcome call(Callable<?> task);

    /** Shows a variable with its type and value, on one line. */
    void list(VariableInfo variable);

    /** Shows what came of something. */
    void show(Outcome outcome);

    /** {@return what is to be said about the last error, or empty if there was none} */
    String explanation();

    /** {@return whether the latest entry failed} */
    boolean failedLast();

    /** {@return whether there was a variable, method or type of that name, which is now forgotten} */
    boolean drop(String name);

    /** Forgets variables, methods, types and entries. */
    void reset();

    /** Ends the program with this status after this entry. */
    void leave(int status);
}
