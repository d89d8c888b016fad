package gradflow.repl.terminal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * A history of whole entries. JLine adds every line that it reads; here the prompt says what is kept, since a line that
 * goes on with a chain is worth keeping only as the whole chain.
 *
 * <p>JLine's own file is rewritten when it grows, which loses what another prompt adds meanwhile, and one half line in it
 * makes all of it unreadable; so the file is {@link HistoryStore}'s.
 */
final class EntryHistory extends DefaultHistory {
    private final Optional<HistoryStore> store;

    EntryHistory(Optional<HistoryStore> store) {
        this.store = store;
        store.ifPresent(file -> file.read().forEach(entry -> super.add(Instant.EPOCH, entry)));
    }

    /** {@return whether entries are kept on disk too, as far as was seen} */
    boolean fileIsUsable() {
        return store.map(HistoryStore::isUsable).orElse(true);
    }

    /** {@return the entries, the oldest first} */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        forEach(entry -> entries.add(entry.line()));
        return entries;
    }

    /** Keeps an entry, on disk too. */
    void remember(String entry) {
        boolean again = !isEmpty() && get(last()).equals(entry);
        if (!again) {
            Instant now = Instant.now();
            super.add(now, entry);
            store.ifPresent(file -> file.add(now, entry));
        }
    }

    @Override
    public void add(Instant time, String line) {
        // Left to remember().
    }

    @Override
    public void load() {
        // Done when it was made.
    }

    @Override
    public void save() {
        // Each entry is saved at once.
    }
}
