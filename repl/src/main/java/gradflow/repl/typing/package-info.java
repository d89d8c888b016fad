/**
 * What can be seen in a text while it is being typed, without compiling it: tokens, brackets, indentation, signs by name.
 */
@NullMarked
@CheckReturnValue
package gradflow.repl.typing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
