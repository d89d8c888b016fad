package gradflow.repl.terminal;

import gradflow.repl.engine.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the editor asks about a line while it is being typed. */
interface Language {

    /** {@return whether Enter goes on with a further line, since what is there can't be all} */
    boolean isIncomplete(String entry);

    /** {@return names that can stand in place of the one that ends at the cursor} */
    List<Completion> completions(String entry, int cursor);

    /** {@return the words that can follow on an entry that ends in a dot; none if that isn't known} */
    Set<String> members(String owner);

    /** {@return the names that mean something} */
    Scope scope();

    /** {@return what a call takes, in one line, where the entry so far ends inside its brackets} */
    Optional<String> hint(String before);

    /** {@return the type of an expression, or an empty text if it has none} */
    default String type(String expression) {
        return "";
    }

    /** {@return whole names of what the name at the end of an entry can mean, if it means nothing yet} */
    default List<String> importable(String before) {
        return List.of();
    }
}
