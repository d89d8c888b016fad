package gradflow.repl.engine;

import java.util.List;

/** Code was run that uses names which nothing declares yet. */
public final class MissingNames extends RuntimeException {
    MissingNames(String what, List<String> missing) {
        super(what + " uses what nothing declares yet: " + String.join(", ", missing));
    }
}
