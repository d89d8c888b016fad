package gradflow.repl.engine;

import java.util.List;

/** Code was run that uses names which nothing declares yet. */
public final class MissingNames extends RuntimeException {
    MissingNames(String what, List<String> missing) {
        super(
                missing.isEmpty()
                        ? what + " doesn't fit any more to what has been declared anew: declare it again"
                        : what + " uses what nothing declares yet: " + String.join(", ", missing));
    }
}
