package gradflow.repl.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Help while a person types: what could follow, and what a method takes. */
final class Assistance {
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(", "wait()");

    private final SourceCodeAnalysis analysis;
    private final String code;
    private final int start;

    /** @param start where the snippet begins that the text ends in: more JShell's help doesn't understand */
    Assistance(SourceCodeAnalysis analysis, String text, int start) {
        this.analysis = analysis;
        this.start = start;
        code = text.substring(start);
    }

    List<Suggestion> suggestions() {
        // JShell would offer Java's names inside a string too.
        if (JavaText.endsInCommentOrLiteral(code)) {
            return List.of();
        }
        int[] anchor = new int[1];
        List<SourceCodeAnalysis.Suggestion> found = analysis.completionSuggestions(code, code.length(), anchor);
        // With the first letters typed, a person may well mean toString().
        boolean justAfterDot = anchor[0] == code.length() && code.endsWith(".");
        Map<String, Suggestion> unique = new LinkedHashMap<>();
        for (SourceCodeAnalysis.Suggestion one : found) {
            String text = one.continuation();
            if (!(justAfterDot && OF_EVERY_OBJECT.contains(text))) {
                unique.merge(
                        text, new Suggestion(text, start + anchor[0], one.matchesType()), (a, b) -> a.fits() ? a : b);
            }
        }
        return List.copyOf(unique.values());
    }

    /** {@return the type of the expression that ends at the cursor, with a simple name, or an empty text} */
    String type() {
        String type = analysis.analyzeType(code, code.length());
        return type == null ? "" : JavacMessage.unqualified(type).replaceFirst("<.*", "");
    }

    /** {@return the whole names of types that the simple name before the cursor can mean, and that aren't imported yet} */
    List<String> importable() {
        SourceCodeAnalysis.QualifiedNames found = analysis.listQualifiedNames(code, code.length());
        return found.isResolvable() ? List.of() : found.getNames();
    }

    /** {@return the signatures of the method that the cursor stands in or after, one a line} */
    Optional<String> signature() {
        String signatures = analysis.documentation(code, code.length(), false).stream()
                .map(Documentation::signature)
                .map(JavacMessage::unqualified)
                .distinct()
                .collect(Collectors.joining("\n"));
        return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures);
    }
}
