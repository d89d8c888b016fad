package gradflow.repl.command;

import gradflow.repl.engine.Engine;
import java.util.List;

/** What a command may ask of the prompt that it is typed at. */
public interface Surroundings {

    /** {@return what evaluates} */
    Engine engine();

    /** {@return what was typed and ran since the last reset} */
    List<String> entries();

    /** Forgets variables, methods, types and entries. */
    void reset();

    /** Ends the program after this entry. */
    void leave();
}
