package gradflow.repl.help;

import org.jspecify.annotations.Nullable;

/** An entry that is taken out of its line when it is asked for, which most never are. */
final class Item {
    private final Entry.Kind kind;
    private final String owner;
    private final String name;
    private final String line;
    private volatile @Nullable Entry entry;

    private Item(Entry.Kind kind, String owner, String name, String line, @Nullable Entry entry) {
        this.kind = kind;
        this.owner = owner;
        this.name = name;
        this.line = line;
        this.entry = entry;
    }

    static Item of(Entry entry) {
        return new Item(entry.kind(), entry.owner(), entry.name(), "", entry);
    }

    /** {@return the entry that a line of {@link EntryLines} holds} */
    static Item of(String line) {
        int kind = line.indexOf(EntryLines.FIELD);
        int owner = line.indexOf(EntryLines.FIELD, kind + 1);
        int origin = line.indexOf(EntryLines.FIELD, owner + 1);
        int name = line.indexOf(EntryLines.FIELD, origin + 1);
        return new Item(
                Entry.Kind.valueOf(line.substring(0, kind)),
                line.substring(kind + 1, owner),
                line.substring(origin + 1, name),
                line,
                null);
    }

    boolean isMember() {
        return kind == Entry.Kind.WORD || kind == Entry.Kind.CONSTANT;
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    Entry entry() {
        Entry known = entry;
        if (known == null) {
            known = EntryLines.entry(line);
            entry = known;
        }
        return known;
    }
}
