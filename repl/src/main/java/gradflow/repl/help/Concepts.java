package gradflow.repl.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the concepts of the field from Markdown, one a second-level heading, which may carry further names after commas:
 *
 * <pre>
 * ## spectral radius, ρ
 *
 * The largest |eigenvalue| of a square matrix.
 *
 * Paragraphs that go on.
 *
 *     rnn().spectrum()
 *
 * Source: Trefethen, Embree (2005)
 * </pre>
 */
final class Concepts {
    private static final String HEADING = "## ";
    private static final String CODE = "    ";
    private static final String SOURCE = "Source: ";

    private Concepts() {}

    static List<Entry> of(String markdown) {
        return Arrays.stream(("\n" + markdown).split("\n" + HEADING))
                .skip(1)
                .flatMap(section -> entries(section).stream())
                .toList();
    }

    private static List<Entry> entries(String section) {
        String[] parts = section.split("\n", 2);
        List<String> paragraphs = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (String block : parts[1].strip().split("\n\n+", -1)) {
            if (block.startsWith(CODE)) {
                examples.add(block.stripIndent().strip());
            } else if (block.startsWith(SOURCE)) {
                sources.add(joined(block.substring(SOURCE.length())));
            } else {
                paragraphs.add(joined(block));
            }
        }
        String first = paragraphs.get(0);
        String summary = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        String text = String.join("\n", paragraphs.subList(1, paragraphs.size()));
        return Arrays.stream(parts[0].split(","))
                .map(String::strip)
                .map(name -> new Entry(
                        Entry.Kind.CONCEPT, "", "", name, "", List.of(), summary, text, "", sources, examples))
                .toList();
    }

    private static String joined(String block) {
        return String.join(" ", block.lines().map(String::strip).toList());
    }
}
