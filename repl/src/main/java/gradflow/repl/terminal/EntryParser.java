package gradflow.repl.terminal;

import java.util.function.BooleanSupplier;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine where a word begins, and whether Enter ends the entry. */
final class EntryParser implements Parser {
    private final Language language;
    private final BooleanSupplier takesLines;

    /** @param takesLines whether Enter ends whatever was typed */
    EntryParser(Language language, BooleanSupplier takesLines) {
        this.language = language;
        this.takesLines = takesLines;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !takesLines.getAsBoolean() && language.isIncomplete(line)) {
            throw new EOFError(-1, -1, "incomplete");
        }
        return Word.before(line, cursor);
    }

    /** A backslash is Java's, not the shell's. */
    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }
}
