package gradflow.repl.help;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the field knows and javac doesn't: where in a chain a word belongs, and which word was meant. */
public final class Hints {
    /** As {@code JavacMessage} writes it: the kind, the name, and the type that hasn't got it. */
    private static final Pattern MISSING =
            Pattern.compile("cannot find symbol: (method|variable) ([\\w$]+)(?:\\([^)]*\\))?(?: in ([\\w.$]+).*)?");

    private static final String UNTYPED = "cannot infer type for local variable ";

    private static final Pattern DRAWN =
            Pattern.compile("no suitable method found for (\\w+)\\((?:int|long|double)\\); there is .*\\bRecipe\\b");

    private static final Pattern NUMBER = Pattern.compile("\\(\\s*(-?[\\d.]+)\\s*\\)");
    private static final Pattern ASSIGNED = Pattern.compile("\\s*=[^=]");

    private static final String UNROLLED = "Unrolled";
    private static final String WEIGHT_GRAD = "WeightGrad";
    private static final String GRAD_NORMS = "GradNorms";
    private static final Set<String> PRINT = Set.of("print", "println");
    private static final String EXAMPLE = ".unroll(20)";

    private final HelpIndex index = HelpIndex.standard();

    /**
     * {@return a line that helps with a compile error, if there is one}
     *
     * @param message of the compiler
     * @param after what follows on the place that it is about
     */
    public Optional<String> on(String message, String after) {
        if (message.startsWith(UNTYPED)) {
            return Optional.of(
                    "a lambda, `null` or `{…}` alone has no type: say it, as in" + " `Function<Double, Double> f = …`");
        }
        Matcher drawn = DRAWN.matcher(message);
        Matcher number = NUMBER.matcher(after);
        if (drawn.lookingAt() && number.lookingAt()) {
            return Optional.of("a recipe says how a matrix is drawn: `" + drawn.group(1) + "(identity("
                    + number.group(1) + "))` or `" + drawn.group(1) + "(gaussian(" + number.group(1) + "))`, say");
        }
        Matcher missing = MISSING.matcher(message);
        return missing.matches()
                        && missing.group(3) == null
                        && ASSIGNED.matcher(after).lookingAt()
                ? Optional.of("`var " + missing.group(2) + " = …` declares it")
                : on(message);
    }

    private Optional<String> on(String message) {
        Matcher missing = MISSING.matcher(message);
        if (!missing.matches()) {
            return Optional.empty();
        }
        String word = missing.group(2);
        String type = missing.group(3) == null ? HelpIndex.FIRST : missing.group(3);
        if (missing.group(1).equals("variable") && has(type, word)) {
            return Optional.of("it is asked with brackets: `"
                    + index.members(type, word).get(0).signature() + "`");
        }
        if (PRINT.contains(word) && type.equals(HelpIndex.FIRST)) {
            return Optional.of("in Java: `System.out.println(…)`; an expression alone shows what it is, too");
        }
        return stage(word, type).or(() -> nearest(word, type)).or(() -> elsewhere(word, type));
    }

    /** A right word, asked too early or too late. */
    private Optional<String> stage(String word, String type) {
        boolean describes = has(type, "unroll");
        if (describes && has(UNROLLED, word)) {
            return Optional.of("`" + word + "` is asked of an unrolled network: add `" + EXAMPLE + "` before it");
        }
        if (type.equals(UNROLLED) && has("Rnn", word)) {
            return Optional.of("`" + word + "` describes a network, so it stands before `.unroll(…)`");
        }
        return Optional.empty();
    }

    private Optional<String> nearest(String word, String type) {
        List<String> words =
                index.members(type).stream().map(Entry::name).distinct().toList();
        Optional<String> near = Nearest.of(word, words);
        if (near.isPresent()) {
            return near.map(name -> "did you mean `" + name + "`?");
        }
        if (has(type, "unroll")) {
            List<String> questions =
                    index.members(UNROLLED).stream().map(Entry::name).distinct().toList();
            return Nearest.of(word, questions)
                    .map(name -> "did you mean `" + name + "`? It is asked of an unrolled network: add `" + EXAMPLE
                            + "` before it");
        }
        return Optional.empty();
    }

    /** A word of the dsl that this type hasn't got. */
    private Optional<String> elsewhere(String word, String type) {
        if (has(type, "unroll") && has(WEIGHT_GRAD, word)) {
            return Optional.of(
                    "`" + word + "` is asked of the gradient of W_hh: add `" + EXAMPLE + ".weightGrad()` before it");
        }
        if (type.equals(UNROLLED) && has(GRAD_NORMS, word)) {
            return Optional.of("`" + word + "` is asked of an answer: add `.gradNorms()`, say, before it");
        }
        if (type.equals(UNROLLED) && has(WEIGHT_GRAD, word)) {
            return Optional.of("`" + word + "` is asked of the gradient of W_hh: add `.weightGrad()` before it");
        }
        boolean known = index.type(type).isPresent() || type.equals(HelpIndex.FIRST);
        // A letter alone is a variable of the person's own, even where it is a word too.
        boolean ours =
                word.length() > 1 && index.named(word).stream().anyMatch(entry -> entry.kind() == Entry.Kind.WORD);
        return known && ours ? Optional.of("?" + word + " tells where `" + word + "` belongs") : Optional.empty();
    }

    private boolean has(String type, String word) {
        return !index.members(type, word).isEmpty();
    }
}
