/**
 * The answers. Each holds its numbers, can be asked for one of them by name, and shows itself as one report.
 *
 * <pre>{@code
 * rnn().unroll(20).gradNorms().log10(1)
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.result;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
