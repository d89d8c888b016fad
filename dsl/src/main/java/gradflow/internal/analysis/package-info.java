/**
 * Eigenvalues, singular values and norms: where commons-math3 works, and where its exceptions end.
 */
@NullMarked
@CheckReturnValue
package gradflow.internal.analysis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
