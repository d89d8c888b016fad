package gradflow.repl.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * How far snippets go, as JShell tells from the text alone. From Enter to the answer the same text is asked about four times,
 * so what was said last is kept.
 */
final class Extents {
    private static final int KEPT = 16;

    private final Supplier<SourceCodeAnalysis> analysis;
    private final Map<String, CompletionInfo> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletionInfo> eldest) {
            return size() > KEPT;
        }
    };

    Extents(Supplier<SourceCodeAnalysis> analysis) {
        this.analysis = analysis;
    }

    /** {@return where the first snippet of a text ends, and whether it is complete} */
    CompletionInfo first(String text) {
        return latest.computeIfAbsent(text, unseen -> analysis.get().analyzeCompletion(unseen));
    }

    /** {@return the snippets of a text} */
    List<Piece> pieces(String text) {
        return new Splitter(this::end, text).pieces();
    }

    private int end(String lines) {
        CompletionInfo info = first(lines);
        boolean complete =
                info.completeness().isComplete() || info.completeness() == SourceCodeAnalysis.Completeness.EMPTY;
        return complete ? lines.length() - info.remaining().length() : -1;
    }

    /** {@return whether a text, of one snippet or more, can be evaluated as it stands} */
    Completeness completeness(String text) {
        if (JavaText.endsInComment(text)) {
            return Completeness.INCOMPLETE;
        }
        List<Piece> pieces = pieces(text);
        if (pieces.isEmpty()) {
            return Completeness.EMPTY;
        }
        String last = pieces.get(pieces.size() - 1).source();
        return switch (first(last).completeness()) {
            case EMPTY -> Completeness.EMPTY;
            case COMPLETE, COMPLETE_WITH_SEMI -> Completeness.COMPLETE;
            case DEFINITELY_INCOMPLETE -> Completeness.INCOMPLETE;
            case CONSIDERED_INCOMPLETE -> Completeness.EXPECTS_MORE;
            case UNKNOWN -> Completeness.INVALID;
        };
    }
}
