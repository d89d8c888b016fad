/**
 * The immutable nouns a network is described with: how a matrix is drawn, the activation, the loss, the random
 * numbers that PyTorch would draw, and files of tensors that were trained elsewhere.
 *
 * <pre>{@code
 * identity(0.5).plusNoise(0.05).sample(4)
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
