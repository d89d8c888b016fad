package gradflow.notes;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of output as it stands in the file.
 *
 * @param text without the container's prefix and without blanks at its end
 * @param at where it begins in the file
 */
record Written(String text, int at) {

    /** {@return the lines of a region, without blank ones at either end} */
    static List<Written> of(NoteText text, Part.Region region) {
        String prefix = text.text().substring(text.lineStart(region.start()), region.start());
        List<Written> lines = new ArrayList<>();
        for (int at = region.from(); at < region.to(); at = text.nextLine(at)) {
            String line = text.text().substring(at, text.lineEnd(at));
            int cut = line.startsWith(prefix) ? prefix.length() : shared(line, prefix);
            lines.add(new Written(line.substring(cut).stripTrailing(), at + cut));
        }
        while (!lines.isEmpty() && lines.get(0).text().isEmpty()) {
            lines.remove(0);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).text().isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static int shared(String line, String prefix) {
        int shared = 0;
        while (shared < Math.min(line.length(), prefix.length()) && line.charAt(shared) == prefix.charAt(shared)) {
            shared++;
        }
        return shared;
    }
}
