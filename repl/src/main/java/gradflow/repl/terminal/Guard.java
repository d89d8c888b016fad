package gradflow.repl.terminal;

import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.Highlighter;
import org.jline.reader.Parser;
import org.jline.utils.AttributedString;

/**
 * Keeps a failure in an aid to typing from ending the session: JLine lets an exception of any of these escape from
 * readLine. The line can then still be typed, only without that aid.
 */
final class Guard {
    private Guard() {}

    /** {@return a parser that takes any line as complete if {@code parser} fails} */
    static Parser parser(Parser parser) {
        return new Parser() {
            @Override
            public org.jline.reader.ParsedLine parse(String line, int cursor, ParseContext context) {
                try {
                    return parser.parse(line, cursor, context);
                } catch (EOFError goesOn) {
                    throw goesOn;
                } catch (RuntimeException | StackOverflowError | LinkageError e) {
                    return Word.before(line, cursor);
                }
            }

            @Override
            public boolean isEscapeChar(char c) {
                return parser.isEscapeChar(c);
            }
        };
    }

    /** {@return a completer that has nothing to offer if {@code completer} fails} */
    static Completer completer(Completer completer) {
        return (reader, line, candidates) -> {
            try {
                completer.complete(reader, line, candidates);
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                candidates.clear();
            }
        };
    }

    /** {@return a highlighter that leaves the line plain if {@code highlighter} fails} */
    static Highlighter highlighter(Highlighter highlighter) {
        return (reader, line) -> {
            try {
                return highlighter.highlight(reader, line);
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                return new AttributedString(line);
            }
        };
    }
}
