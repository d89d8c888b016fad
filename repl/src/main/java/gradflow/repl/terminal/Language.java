package gradflow.repl.terminal;

import java.util.List;

/** What the editor asks about a line while it is being typed. */
interface Language {

    /** {@return whether Enter goes on with a further line, since what is there can't be all} */
    boolean isIncomplete(String entry);

    /** {@return names that can stand in place of the one that ends at the cursor} */
    List<String> completions(String entry, int cursor);
}
