package gradflow.repl.index;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Javadoc's markup as paragraphs of plain text, and code blocks apart. */
final class PlainText {
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ");

    private final StringBuilder text = new StringBuilder();
    private final List<String> examples = new ArrayList<>();
    private boolean preformatted;

    private PlainText() {}

    static PlainText of(List<? extends DocTree> trees) {
        PlainText plain = new PlainText();
        trees.forEach(plain::add);
        return plain;
    }

    /** {@return the paragraphs, a line each} */
    String text() {
        return Arrays.stream(text.toString().split("\u0001"))
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** {@return the code blocks, each as it stands} */
    List<String> examples() {
        return examples;
    }

    private void add(DocTree tree) {
        if (tree instanceof TextTree plain) {
            add(plain.getBody());
        } else if (tree instanceof LiteralTree literal) {
            add(literal.getBody().getBody());
        } else if (tree instanceof EntityTree entity) {
            add(ENTITIES.getOrDefault(entity.getName().toString(), "&" + entity.getName() + ";"));
        } else if (tree instanceof LinkTree link) {
            link(link);
        } else if (tree instanceof ReturnTree returns) {
            returns.getDescription().forEach(this::add);
        } else if (tree instanceof StartElementTree element) {
            begin(element.getName().toString());
        } else if (tree instanceof EndElementTree element && element.getName().contentEquals("pre")) {
            preformatted = false;
        }
    }

    private void add(String words) {
        if (preformatted) {
            if (!words.isBlank()) {
                examples.add(words.stripIndent().strip());
            }
        } else {
            text.append(words);
        }
    }

    private void link(LinkTree link) {
        if (link.getLabel().isEmpty()) {
            String signature = link.getReference().getSignature();
            text.append(signature.substring(signature.indexOf('#') + 1));
        } else {
            link.getLabel().forEach(this::add);
        }
    }

    private void begin(String element) {
        switch (element) {
            case "pre" -> {
                preformatted = true;
                text.append('\u0001');
            }
            case "p", "ul", "ol", "table", "tr" -> text.append('\u0001');
            case "li" -> text.append("\u0001- ");
            default -> {
                // Emphasis and the like, which plain text goes without.
            }
        }
    }
}
