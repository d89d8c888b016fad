package gradflow.repl.engine;

import java.util.List;

/**
 * A declaration that uses names which nothing declares yet.
 *
 * @param source the id of the piece that declared it
 * @param what for example {@code method double twice(double)}
 * @param missing the names
 */
public record Unresolved(String source, String what, List<String> missing) {}
