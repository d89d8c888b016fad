/**
 * The commands that begin with a slash, one small class each.
 */
@NullMarked
@CheckReturnValue
package gradflow.repl.command;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
