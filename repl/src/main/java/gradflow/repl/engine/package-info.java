/**
 * JShell behind one {@code eval} that returns a sealed {@link gradflow.repl.engine.Outcome}. The only importer of
 * {@code jdk.jshell}.
 */
@NullMarked
@CheckReturnValue
package gradflow.repl.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
