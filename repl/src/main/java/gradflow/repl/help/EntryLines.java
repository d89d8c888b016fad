package gradflow.repl.help;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Entries as lines of text, in the one form that the build writes and the program reads; in Latin-1, of which Java makes
 * strings without looking at each letter.
 */
public final class EntryLines {
    static final char FIELD = '\t';

    private static final String FIELDS = "\t";
    private static final int LATIN1 = 0xff;
    private static final int DIGITS = 4;
    private static final int HEXADECIMAL = 16;
    private static final String ITEM = "\u001e";
    private static final String PART = "\u001f";
    private static final int KEEP_EMPTY = -1;

    private EntryLines() {}

    /** {@return an entry as one line} */
    public static String line(Entry entry) {
        return String.join(
                FIELDS,
                entry.kind().name(),
                entry.owner(),
                entry.origin(),
                entry.name(),
                entry.returns(),
                entry.parameters().stream()
                        .map(one -> one.type() + PART + one.name() + PART + escaped(one.text()))
                        .collect(Collectors.joining(ITEM)),
                escaped(entry.summary()),
                escaped(entry.text()),
                escaped(entry.result()),
                items(entry.sources()),
                items(entry.examples()));
    }

    /** {@return the entry in a line that {@link #line} made} */
    static Entry entry(String line) {
        String[] fields = line.split(FIELDS, KEEP_EMPTY);
        return new Entry(
                Entry.Kind.valueOf(fields[0]),
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                items(fields[5]).stream().map(EntryLines::parameter).toList(),
                plain(fields[6]),
                plain(fields[7]),
                plain(fields[8]),
                items(fields[9]),
                items(fields[10]));
    }

    private static Parameter parameter(String item) {
        String[] parts = item.split(PART, KEEP_EMPTY);
        return new Parameter(parts[0], parts[1], parts[2]);
    }

    private static String items(List<String> items) {
        return items.stream().map(EntryLines::escaped).collect(Collectors.joining(ITEM));
    }

    private static List<String> items(String field) {
        return field.isEmpty()
                ? List.of()
                : Arrays.stream(field.split(ITEM, KEEP_EMPTY))
                        .map(EntryLines::plain)
                        .toList();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                escaped.append("\\\\");
            } else if (c == '\n') {
                escaped.append("\\n");
            } else if (c > LATIN1) {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c == FIELD ? ' ' : c);
            }
        }
        return escaped.toString();
    }

    private static String plain(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < field.length()) {
            char c = field.charAt(i++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = field.charAt(i++);
            if (escaped == 'u') {
                text.append((char) Integer.parseInt(field, i, i + DIGITS, HEXADECIMAL));
                i += DIGITS;
            } else {
                text.append(escaped == 'n' ? '\n' : escaped);
            }
        }
        return text.toString();
    }
}
