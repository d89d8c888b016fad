/**
 * Argument checks and the building of messages. Depends on nothing.
 */
@NullMarked
@CheckReturnValue
package gradflow.internal.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
