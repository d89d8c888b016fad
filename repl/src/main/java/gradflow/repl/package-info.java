/**
 * The program: its options, the prompt, scripts.
 */
@NullMarked
@CheckReturnValue
package gradflow.repl;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
