/**
 * What was typed in a session and what came of it: entries by number, the values that they gave, and all of it as a script.
 */
@NullMarked
@CheckReturnValue
package gradflow.repl.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
