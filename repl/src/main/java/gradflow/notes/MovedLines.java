package gradflow.notes;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where lines of a note are after it was woven, so that what is said of them can be looked up in the file. */
final class MovedLines {
    private final NoteText before;
    private final List<Edit> edits;
    private final Pattern place;

    MovedLines(NoteText before, List<Edit> edits) {
        this.before = before;
        this.edits = edits;
        place = Pattern.compile(
                "(?m)(?<=^|at )(" + Pattern.quote(before.name()) + ":)(\\d+)|(follows from line )(\\d+)");
    }

    /** {@return the same with the places in the file that was written} */
    Finding moved(Finding finding) {
        return new Finding(finding.kind(), place.matcher(finding.text()).replaceAll(this::moved));
    }

    private String moved(MatchResult found) {
        int group = found.group(1) == null ? 3 : 1;
        return Matcher.quoteReplacement(found.group(group) + line(Integer.parseInt(found.group(group + 1))));
    }

    private int line(int line) {
        int start = before.start(line);
        int moved = line;
        for (Edit edit : edits) {
            if (edit.to() <= start && edit.from() < start) {
                moved += breaks(edit.text()) - breaks(before.text().substring(edit.from(), edit.to()));
            }
        }
        return moved;
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
