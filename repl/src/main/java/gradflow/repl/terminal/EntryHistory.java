package gradflow.repl.terminal;

import java.io.IOException;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * A history of whole entries. JLine adds every line that it reads; here the prompt says what is kept, since a line that
 * goes on with a chain is worth keeping only as the whole chain.
 *
 * <p>A file that isn't a history, or can't be written to, must not cost the person the session. It is left as it is, and
 * the entries stay in memory for the arrow keys.
 */
final class EntryHistory extends DefaultHistory {
    private boolean fileIsUsable = true;

    /** {@return whether entries are kept on disk too, as far as was seen} */
    boolean fileIsUsable() {
        return fileIsUsable;
    }

    /** Keeps an entry, on disk too. */
    void remember(String entry) {
        super.add(Instant.now(), entry);
    }

    @Override
    public void add(Instant time, String line) {
        // Left to remember().
    }

    @Override
    public void load() {
        try {
            super.load();
        } catch (IOException | RuntimeException e) {
            fileIsUsable = false;
        }
    }

    @Override
    public void save() {
        try {
            if (fileIsUsable) {
                super.save();
            }
        } catch (IOException | RuntimeException e) {
            fileIsUsable = false;
        }
    }
}
