/**
 * Forward and backward loops on plain double arrays, twice: once as the equations read, once fast; one contract test
 * says that they agree. The elementary functions here are pure Java arithmetic, so that every JDK and every machine
 * computes the same bits.
 */
@NullMarked
@CheckReturnValue
package gradflow.internal.kernel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
