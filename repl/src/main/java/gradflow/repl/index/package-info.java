/**
 * Makes the index that {@link gradflow.repl.help} reads. It runs in the build alone, in javac, over the sources of the dsl.
 */
@NullMarked
@CheckReturnValue
package gradflow.repl.index;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
