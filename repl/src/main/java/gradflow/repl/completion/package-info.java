/**
 * What can follow on a text, told from the classes themselves and from an inventory of them: the compiler knows more, but it
 * takes a second to load and then answers one question at a time.
 */
@NullMarked
@CheckReturnValue
package gradflow.repl.completion;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
