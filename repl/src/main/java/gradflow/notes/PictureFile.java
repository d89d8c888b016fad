package gradflow.notes;

import gradflow.report.plot.FigureData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A picture that stands beside a note. */
final class PictureFile {
    /** Digits in a word or a colour are no number. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:(?<![\\w#.])|(?<=[ML]))-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?(?:(?![\\w.])|(?=L))");

    private final @Nullable String present;

    private PictureFile(@Nullable String present) {
        this.present = present;
    }

    static PictureFile of(Path file) {
        try {
            return new PictureFile(
                    Files.isRegularFile(file)
                            ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n")
                            : null);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** {@return whether something else has this name} */
    boolean isForeign() {
        return present != null && !present.contains("<svg");
    }

    private static String unnumbered(String svg) {
        return NUMBER.matcher(svg).replaceAll("0");
    }

    /** {@return what differs, in a line or two; an empty text if nothing does} */
    String difference(String svg, Tolerance tolerance) {
        if (present == null) {
            return "there is no such picture yet";
        }
        if (present.equals(svg)) {
            return "";
        }
        FigureData then = FigureData.read(present);
        FigureData now = FigureData.read(svg);
        if (now.series().isEmpty() || then.series().isEmpty()) {
            return "the picture is another";
        }
        List<String> changes = then.changes(
                now, (want, got) -> Numbers.difference(want, got, tolerance).isEmpty());
        if (changes.isEmpty()) {
            // Other last digits, as another machine may have them, are no reason to write a picture anew. They move its
            // lines a little, so that what is drawn can be compared but for its numbers.
            boolean restyled = then.equals(now) || !unnumbered(present).equals(unnumbered(svg));
            return restyled ? "the same data, drawn in another way" : "";
        }
        int more = changes.size() - 1;
        return changes.get(0) + (more > 0 ? "\n    and " + more + (more == 1 ? " more change" : " more changes") : "");
    }
}
