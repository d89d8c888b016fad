/**
 * How a value is shown: tables fitted to a width, matrices, vectors, numbers; how an error is shown.
 */
@NullMarked
@CheckReturnValue
package gradflow.repl.display;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
