/**
 * Line editing, completion, history. The only importer of {@code org.jline}.
 */
@NullMarked
@CheckReturnValue
package gradflow.repl.terminal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
