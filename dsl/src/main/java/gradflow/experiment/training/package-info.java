/**
 * Training by backpropagation through time, and the tasks that show how far back a network can learn from.
 *
 * <pre>{@code
 * train(rnn().hidden(16), addingProblem(10)).adam(0.01).steps(200)
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.experiment.training;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
