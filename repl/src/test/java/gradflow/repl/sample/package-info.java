/** What the tests' snippets use: a fluent class and loops, outside of any snippet. */
package gradflow.repl.sample;
