/**
 * Pictures: a {@link gradflow.report.plot.Plot} holds axes, layers and notes as numbers, and each form of it (a terminal,
 * SVG, PNG, pgfplots) is a {@link gradflow.report.plot.Canvas}. A new kind of picture is one {@link
 * gradflow.report.plot.Layer}, a new form one canvas.
 *
 * <pre>{@code
 * rnn().unroll(20).gradNorms().plot()
 * rnn().unroll(20).gradNorms().svg("norms.svg")
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.report.plot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
