package gradflow.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A note without what the program wrote into it. */
final class Strip {
    private static final Pattern VALUE = Pattern.compile("(?m)[ \t]*// ==>.*$");

    private Strip() {}

    static String of(Note note) {
        NoteText text = note.text();
        List<Edit> edits = new ArrayList<>();
        for (Part part : note.parts()) {
            if (part instanceof Part.Inline inline) {
                edits.add(new Edit(
                        inline.from(),
                        inline.closed() ? text.text().indexOf("-->", inline.to()) + 3 : inline.to(),
                        ""));
            } else if (part instanceof Part.Block block && block.options().runs()) {
                values(text, block, edits);
                if (block.region() != null) {
                    edits.add(
                            new Edit(text.lineEnd(block.close()), block.region().end(), ""));
                }
            }
        }
        return Edit.apply(edits, text.text());
    }

    private static void values(NoteText text, Part.Block block, List<Edit> edits) {
        Matcher value = VALUE.matcher(block.code().text());
        while (value.find()) {
            int from = block.code().start() + value.start();
            int line = text.lineStart(from);
            boolean alone = text.text().substring(line, from).matches("[\\s>]*");
            edits.add(alone ? new Edit(line, text.nextLine(from), "") : new Edit(from, text.lineEnd(from), ""));
        }
    }
}
