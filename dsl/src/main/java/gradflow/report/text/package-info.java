/**
 * How numbers, signs of mathematics and lines are written: in Unicode, in ASCII, in LaTeX. Knows nothing of reports.
 *
 * <pre>{@code
 * Signs.ascii("‖∂L/∂h_t‖")    // ||dL/dh_t||
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.report.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
