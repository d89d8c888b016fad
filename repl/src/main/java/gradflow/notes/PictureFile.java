package gradflow.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture that stands beside a note. */
final class PictureFile {
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

    /** {@return what differs, in a line or two; an empty text if nothing does} */
    String difference(String svg, Tolerance tolerance) {
        if (present == null) {
            return "there is no such picture yet";
        }
        if (present.equals(svg)) {
            return "";
        }
        List<Comparison.Difference> differences =
                Comparison.of(written(data(present)), data(svg), data(svg), tolerance);
        if (data(svg).isEmpty()) {
            return "the picture is another";
        }
        if (differences.isEmpty()) {
            return "the same data, drawn in another way";
        }
        return differences.get(0).message()
                + (differences.size() > 1 ? "\n    and " + (differences.size() - 1) + " more" : "");
    }

    private static List<Written> written(String data) {
        List<Written> lines = new ArrayList<>();
        data.lines().forEach(line -> lines.add(new Written(line.stripTrailing(), 0)));
        return lines;
    }

    private static String data(String svg) {
        int from = svg.indexOf("<metadata");
        int to = svg.indexOf("</metadata>");
        return from < 0 || to < from ? "" : svg.substring(from, to);
    }
}
