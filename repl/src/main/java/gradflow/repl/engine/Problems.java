package gradflow.repl.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;

/** Compile errors: their place in what was typed, and a message in one line. */
final class Problems {
    private static final Pattern NO_PACKAGE = Pattern.compile("package (\\S+) does not exist");

    private static final String END_OF_FILE = "compiler.err.premature.eof";

    private Problems() {}

    /**
     * @param text what was typed
     * @param lead how many characters of it come before what was compiled
     */
    static List<Outcome.Problem> of(Stream<Diag> diagnostics, String text, int lead) {
        List<Diag> errors = diagnostics.filter(Diag::isError).toList();
        List<Outcome.Problem> problems = errors.stream()
                // Of whatever else is wrong it is a mere consequence.
                .filter(error -> errors.size() == 1 || !error.getCode().equals(END_OF_FILE))
                .map(error -> problem(error, text, lead))
                .toList();
        return problems.isEmpty() ? List.of(new Outcome.Problem(lead, text.length(), "this is not Java")) : problems;
    }

    private static Outcome.Problem problem(Diag diagnostic, String text, int lead) {
        int start = within(text, lead + diagnostic.getStartPosition());
        int at = within(text, lead + diagnostic.getPosition());
        int end = within(text, lead + diagnostic.getEndPosition());
        if (at < text.length() && at > start && text.charAt(at) == '.') {
            // In a chain the error is on the name after the dot; javac counts the whole chain up to there.
            start = at + 1;
        } else if (Lines.count(text, start, Math.max(start, at)) > 0) {
            start = at;
        }
        String message = JavacMessage.oneLine(diagnostic.getMessage(Locale.ROOT));
        Matcher noPackage = NO_PACKAGE.matcher(message);
        if (start == end && noPackage.matches() && text.contains(noPackage.group(1))) {
            // On JDK 17 an import with a star has no place of its own.
            start = text.indexOf(noPackage.group(1));
            end = start + noPackage.group(1).length();
        }
        return new Outcome.Problem(start, Math.max(start, end), message);
    }

    private static int within(String text, long offset) {
        return (int) Math.max(0, Math.min(text.length(), offset));
    }
}
