/**
 * The words a person types first: {@code import static gradflow.Gradflow.*;}
 *
 * <pre>{@code
 * rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
