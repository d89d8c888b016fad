/**
 * The class files that the compiler sees, found in an inventory instead of by opening every jar and walking the JDK, which is
 * half of what compiling a line takes.
 */
@NullMarked
package gradflow.repl.library;

import org.jspecify.annotations.NullMarked;
