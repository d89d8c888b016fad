package gradflow.notes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as pictures. */
final class Pictures {
    private Pictures() {}

    /** {@return the value as SVG, or an empty text if it has no picture} */
    static String svg(@Nullable Object value) {
        String text = String.valueOf(value).strip();
        return text.startsWith("<svg") || (text.startsWith("<?xml") && text.contains("<svg")) ? text + "\n" : "";
    }

    static Output output(BlockOptions options, String svg) {
        String path = options.value("figure").orElseThrow();
        String target = path.matches("[\\w./-]+") ? path : "<" + path.replaceAll("([<>])", "\\\\$1") + ">";
        String alt = options.value("alt").orElse("").replaceAll("([\\[\\]\\\\])", "\\\\$1");
        String link = "![" + alt + "](" + target + ")";
        return new Output(link, link, Output.Kind.MARKDOWN, Optional.of(svg));
    }
}
