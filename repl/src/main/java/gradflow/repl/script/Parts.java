package gradflow.repl.script;

import gradflow.repl.engine.Piece;
import gradflow.repl.engine.Splitter;
import gradflow.repl.script.Part.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a script of which it is certain that each means the same whether or not it is compiled together with those
 * that follow it.
 */
final class Parts {
    /** What follows it isn't looked at. */
    private static final String END = "/exit";

    private final List<Part> parts;
    private final Map<String, Integer> declared = new HashMap<>();

    private Parts(List<Part> parts) {
        this.parts = parts;
    }

    /** {@return the parts; raises a {@link Doubt} where there is one} */
    static List<Part> of(String text, boolean arguments) {
        if (text.contains("\\u") || text.indexOf('\r') >= 0) {
            throw new Doubt("Unicode escapes");
        }
        List<Piece> pieces = new Splitter(Grammar::end, text).pieces();
        Parts parts = new Parts(pieces.stream()
                .takeWhile(piece -> !piece.source().strip().equals(END))
                .map(Reader::read)
                .toList());
        parts.checkNames(arguments);
        parts.checkOrder();
        return parts.parts;
    }

    private void checkNames(boolean arguments) {
        Set<String> variablesAndTypes = new HashSet<>(arguments ? Set.of(WholeScript.ARGUMENTS) : Set.of());
        Set<String> imported = new HashSet<>();
        boolean begun = false;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.words().stream().anyMatch(word -> word.indexOf('$') >= 0)) {
                throw new Doubt("a name with a dollar sign");
            }
            if (part.is(Kind.IMPORT)) {
                if (begun) {
                    throw new Doubt("an import after other pieces");
                }
                imported.add(part.name());
            } else if (!part.is(Kind.NOTHING)) {
                begun = true;
            }
            if (!part.name().isEmpty() && !part.is(Kind.IMPORT)) {
                boolean fresh = part.is(Kind.METHOD)
                        ? !variablesAndTypes.contains(part.name())
                        : variablesAndTypes.add(part.name()) && !declared.containsKey(part.name());
                if (!fresh || imported.contains(part.name()) || part.name().equals("java")) {
                    throw new Doubt("a name for two things: " + part.name());
                }
                declared.put(part.name(), i);
            }
        }
    }

    /**
     * A name that is declared further down means something else, or nothing, until then; except that what is only declared
     * may use a method or type that follows before anything runs.
     */
    private void checkOrder() {
        for (int i = 0; i < parts.size(); i++) {
            for (String word : parts.get(i).words()) {
                int later = declared.getOrDefault(word, -1);
                if (later <= i) {
                    continue;
                }
                boolean ready = isDeclaration(i) && isDeclaration(later) && nothingRuns(i, later);
                boolean own =
                        parts.get(i).own().contains(word) && parts.get(later).is(Kind.VARIABLE);
                if (!ready && !own) {
                    throw new Doubt("declared further down: " + word);
                }
            }
        }
    }

    private boolean isDeclaration(int i) {
        return parts.get(i).is(Kind.TYPE) || parts.get(i).is(Kind.METHOD);
    }

    private boolean nothingRuns(int from, int to) {
        return parts.subList(from, to).stream().noneMatch(Part::runs);
    }
}
