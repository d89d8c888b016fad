package gradflow.repl.help;

import java.util.Optional;

/**
 * An answer to {@code ?word}.
 *
 * @param text as it is shown
 * @param example a line that the person can run with one key
 * @param isFound whether it tells of what was asked for, and not of what else may have been meant
 */
public record Page(String text, Optional<String> example, boolean isFound) {}
