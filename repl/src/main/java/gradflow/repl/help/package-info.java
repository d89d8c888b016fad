/**
 * What is known about each word: the dsl's own Javadoc, indexed while the program is built, and the concepts of the field.
 *
 * <pre>{@code
 * HelpIndex.standard().members("Rnn")     // what can be asked of rnn(), with a line on each
 * HelpIndex.standard().named("whh")       // the word, of every network that has it
 * }</pre>
 */
@NullMarked
@CheckReturnValue
package gradflow.repl.help;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
