package gradflow.repl.terminal;

import java.io.IOException;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * A history of whole entries. JLine adds every line that it reads; here the prompt says what is kept, since a line that
 * goes on with a chain is worth keeping only as the whole chain.
 */
final class EntryHistory extends DefaultHistory {

    @Override
    public void add(Instant time, String line) {
        // Left to remember().
    }

    /** Keeps an entry, on disk too. */
    void remember(String entry) {
        super.add(Instant.now(), entry);
    }

    /** Writes what isn't written yet; a disk that is full must not cost the person the session. */
    @Override
    public void save() {
        try {
            super.save();
        } catch (IOException e) {
            // The entries stay in memory, for the arrow keys.
        }
    }
}
