/**
 * Scripts, run piece by piece: compiled as a whole where that means the same, which takes a fraction of the time, and
 * else by the engine.
 */
@NullMarked
package gradflow.repl.script;

import org.jspecify.annotations.NullMarked;
