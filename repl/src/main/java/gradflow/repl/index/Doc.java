package gradflow.repl.index;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Javadoc comment as plain text.
 *
 * @param summary the first sentence, without its period
 * @param text what follows it
 * @param result what is given back, where the first sentence isn't that
 * @param sources what {@code @see} names in quotes
 * @param examples the code blocks
 */
record Doc(
        String summary,
        String text,
        String result,
        List<String> sources,
        List<String> examples,
        Map<String, String> parameters) {

    static Doc summary(String summary) {
        return new Doc(summary, "", "", List.of(), List.of(), Map.of());
    }

    static Doc of(@Nullable DocCommentTree comment) {
        if (comment == null) {
            return summary("");
        }
        PlainText body = PlainText.of(comment.getBody());
        String result = "";
        List<String> sources = new ArrayList<>();
        Map<String, String> parameters = new HashMap<>();
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree parameter) {
                parameters.put(
                        parameter.getName().toString(),
                        PlainText.of(parameter.getDescription()).text());
            } else if (tag instanceof ReturnTree returns) {
                result = PlainText.of(returns.getDescription()).text();
            } else if (tag instanceof SeeTree see && see.getReference().get(0).getKind() == DocTree.Kind.TEXT) {
                sources.add(unquoted(PlainText.of(see.getReference()).text()));
            }
        }
        return new Doc(summary(comment.getFirstSentence()), body.text(), result, sources, body.examples(), parameters);
    }

    /** {@return what a parameter is, or an empty text} */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static String summary(List<? extends DocTree> first) {
        String sentence = PlainText.of(first).text();
        // What {@return …} holds ends without a period of its own.
        boolean ends = sentence.endsWith(".") && first.stream().noneMatch(ReturnTree.class::isInstance);
        return ends ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }
}
