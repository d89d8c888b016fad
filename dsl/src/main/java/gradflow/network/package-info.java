/**
 * Descriptions of networks, and what {@code unroll(T)} makes of them: a network that has run forward and can be asked.
 *
 * <pre>{@code
 * rnn().hidden(8).relu().unroll(50).jacobians()
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.network;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
