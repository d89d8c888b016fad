package gradflow.repl.help;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known about one word, type or concept.
 *
 * @param kind which of these
 * @param owner the type that it is asked of: {@code Gradflow} for the words a person types first; empty for a concept
 * @param origin the type that declares it, where several types share a word
 * @param name what is typed
 * @param returns the type of the answer, as Java writes it; empty for a type or a concept
 * @param parameters what it takes, in order
 * @param summary the first sentence, without its period
 * @param text what follows the first sentence, paragraphs with a line feed between them; may be empty
 * @param result what it gives, where the first sentence says something else; may be empty
 * @param sources where to read more
 * @param examples that stand beside it
 */
public record Entry(
        Kind kind,
        String owner,
        String origin,
        String name,
        String returns,
        List<Parameter> parameters,
        String summary,
        String text,
        String result,
        List<String> sources,
        List<String> examples) {

    /** What an entry is about. */
    public enum Kind {
        /** A method. */
        WORD,
        /** A constant, without brackets. */
        CONSTANT,
        /** A class, interface, record or enum. */
        TYPE,
        /** A concept of the field, or an idea. */
        CONCEPT
    }

    /** Copies. */
    public Entry {
        parameters = List.copyOf(parameters);
        sources = List.copyOf(sources);
        examples = List.copyOf(examples);
    }

    /** {@return as it is called: {@code hidden(int n)}} */
    public String signature() {
        return kind == Kind.WORD
                ? name + parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"))
                : name;
    }

    /** {@return the formulas that its words hold, each with its left side} */
    public List<String> formulas() {
        return Formulas.in(summary + "\n" + text);
    }

    /** {@return where it belongs among the words of its type} */
    public Group group() {
        return Group.of(this);
    }
}
