/**
 * What a result looks like, apart from what it means: a {@link gradflow.report.Report} is a title, facts, a table and
 * closing lines; each format is one renderer. Knows nothing of networks.
 *
 * <pre>{@code
 * rnn().unroll(20).gradNorms().report().markdown()
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
