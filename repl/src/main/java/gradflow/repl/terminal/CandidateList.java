package gradflow.repl.terminal;

import gradflow.repl.help.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * What fits at the cursor, as a list: of words that the index knows one a line, with what they mean and in their groups; of
 * others several a line.
 *
 * @param text the list
 * @param ordered the candidates as they stand in it
 * @param lines how many it has
 * @param selectedLine which of them has the one that is selected
 */
record CandidateList(AttributedString text, List<Candidate> ordered, int lines, int selectedLine) {
    private static final int GAP = 2;
    private static final int WIDEST_WORD = 30;

    /** Below it each group has a line of its own above its words. */
    private static final int NARROW = 60;

    private static final int WIDEST_NARROW = 14;

    static CandidateList of(List<Candidate> possible, @Nullable Candidate selection, int columns, Theme theme) {
        return new Layout(selection, Math.max(1, columns - 1), theme).list(possible);
    }

    /** A list in the making. */
    private static final class Layout {
        private final @Nullable Candidate selection;
        private final int width;
        private final Theme theme;
        private final AttributedStringBuilder text = new AttributedStringBuilder();
        private int line;
        private int selectedLine;

        Layout(@Nullable Candidate selection, int width, Theme theme) {
            this.selection = selection;
            this.width = width;
            this.theme = theme;
        }

        CandidateList list(List<Candidate> possible) {
            List<Candidate> ordered = new ArrayList<>(possible);
            ordered.sort(Comparator.comparing((Candidate one) -> one.descr() == null)
                    .thenComparing(one -> rank(one.group()))
                    .thenComparing(Candidate::value));
            List<Candidate> explained =
                    ordered.stream().filter(one -> one.descr() != null).toList();
            explained(explained);
            plain(ordered.subList(explained.size(), ordered.size()));
            return new CandidateList(text.toAttributedString(), ordered, line, selectedLine);
        }

        private static int rank(@Nullable String group) {
            for (Group one : Group.values()) {
                if (one.title().equals(group)) {
                    return one.compareTo(Group.SIZES);
                }
            }
            return Group.values().length;
        }

        private void explained(List<Candidate> candidates) {
            boolean narrow = width < NARROW;
            int group = narrow ? GAP : widestGroup(candidates);
            int word = Math.min(narrow ? WIDEST_NARROW : WIDEST_WORD, widest(candidates));
            String before = "";
            for (Candidate one : candidates) {
                String own = one.group() == null ? "" : one.group();
                String head = own.equals(before) ? "" : own;
                before = own;
                if (narrow && !head.isEmpty()) {
                    // Beside the words it would leave no room to say what they mean.
                    newLine();
                    text.styled(theme.style(Theme.Part.COMMENT), head);
                    head = "";
                }
                begin(one);
                text.styled(theme.style(Theme.Part.COMMENT), padded(head, group));
                styled(one, padded(one.displ(), word));
                int room = width - group - Math.max(word, one.displ().length()) - GAP;
                if (room > GAP) {
                    text.append(" ".repeat(GAP)).append(cut(String.valueOf(one.descr()), room));
                }
            }
        }

        private static int widestGroup(List<Candidate> candidates) {
            return candidates.stream()
                    .mapToInt(one -> one.group() == null ? 0 : one.group().length() + GAP)
                    .max()
                    .orElse(0);
        }

        private void plain(List<Candidate> candidates) {
            int cell = widest(candidates) + GAP;
            int inLine = Math.max(1, (width + GAP) / cell);
            for (int i = 0; i < candidates.size(); i++) {
                Candidate one = candidates.get(i);
                if (i % inLine == 0) {
                    begin(one);
                } else if (one.equals(selection)) {
                    selectedLine = line - 1;
                }
                boolean last = i % inLine == inLine - 1 || i == candidates.size() - 1;
                styled(one, last ? cut(one.displ(), width) : padded(one.displ(), cell));
            }
        }

        private void begin(Candidate one) {
            selectedLine = one.equals(selection) ? line : selectedLine;
            newLine();
        }

        private void newLine() {
            text.append(line == 0 ? "" : "\n");
            line++;
        }

        private void styled(Candidate one, String shown) {
            text.styled(one.equals(selection) ? AttributedStyle.INVERSE : AttributedStyle.DEFAULT, shown);
        }

        private static int widest(List<Candidate> candidates) {
            return candidates.stream()
                    .mapToInt(one -> new AttributedString(one.displ()).columnLength())
                    .max()
                    .orElse(0);
        }

        private static String padded(String text, int width) {
            return text + " ".repeat(Math.max(0, width - new AttributedString(text).columnLength()));
        }

        private static String cut(String text, int width) {
            AttributedString whole = new AttributedString(text);
            return whole.columnLength() <= width ? text : whole.columnSubSequence(0, Math.max(0, width - 3)) + "...";
        }
    }
}
