/**
 * Experiments with more than one network.
 *
 * <pre>{@code
 * compare(rnn(), lstm().forgetBias(1), gru()).unroll(50).gradNorms()
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.experiment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
