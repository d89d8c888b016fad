package gradflow.repl.terminal;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers what the language knows to fit at the cursor. */
final class EntryCompleter implements Completer {
    private final Language language;

    EntryCompleter(Language language) {
        this.language = language;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        for (Completion one : language.completions(line.line(), line.cursor())) {
            String group = one.group().isEmpty() ? null : one.group();
            String meaning = one.meaning().isEmpty() ? null : one.meaning();
            // Not "complete": that would add a space, where a chain goes on with a dot or a bracket.
            candidates.add(new Candidate(one.text(), one.shown(), group, meaning, null, null, false));
        }
    }
}
