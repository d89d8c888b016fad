package gradflow.notes;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives blocks the outputs that stand below them. */
final class RegionReader {
    private static final Pattern SUM = Pattern.compile("\\s*([\\w-]*)\\s*");

    private final NoteText text;
    private final List<Part> parts;
    private final BiConsumer<Integer, String> wrong;
    private @Nullable Opened opened;

    /**
     * @param parts the last of which an output belongs to
     * @param wrong told what is wrong, and at which offset
     */
    RegionReader(NoteText text, List<Part> parts, BiConsumer<Integer, String> wrong) {
        this.text = text;
        this.parts = parts;
        this.wrong = wrong;
    }

    /**
     * The beginning of an output that waits for its end.
     *
     * @param start of the comment
     * @param from start of the line after it
     */
    private record Opened(int start, int from) {}

    /** {@return whether an output has begun and not ended} */
    boolean isOpen() {
        return opened != null;
    }

    /**
     * An output begins.
     *
     * @param body what the comment says beside that
     * @param start of the comment
     * @param end after the comment
     */
    void open(String body, int start, int end) {
        if (!body.isBlank()) {
            wrong.accept(start, "gradflow:out takes nothing");
        }
        if (parts.isEmpty()
                || !(parts.get(parts.size() - 1) instanceof Part.Block block)
                || block.region() != null
                || !isBlank(text.nextLine(block.close()), start)) {
            wrong.accept(start, "there is no block above this output");
        }
        opened = new Opened(start, text.nextLine(end));
    }

    private boolean isBlank(int from, int to) {
        return text.text().substring(Math.min(from, to), to).matches("[\\s>]*");
    }

    /**
     * The output that has begun ends.
     *
     * @param body the checksum
     * @param start of the comment
     * @param end after the comment
     */
    void close(String body, int start, int end) {
        Opened open = opened;
        opened = null;
        int at = parts.size() - 1;
        if (open != null && at >= 0 && parts.get(at) instanceof Part.Block block && block.region() == null) {
            Matcher sum = SUM.matcher(body);
            Part.Region region = new Part.Region(
                    open.start(), open.from(), text.lineStart(start), end, sum.matches() ? sum.group(1) : "");
            parts.set(at, block.with(region));
        }
    }

    /** The file ends. */
    void finish() {
        if (opened != null) {
            wrong.accept(opened.start(), "this output has no end: its closing comment, gradflow:end, is missing");
        }
    }
}
