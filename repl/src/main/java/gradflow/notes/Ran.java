package gradflow.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of one part of a note.
 *
 * @param part the part
 * @param status how it went
 * @param lines values that may stand in the code
 * @param silent ends of pieces of code that show nothing, and have a comment for a value
 * @param below what stands below the code, in order
 * @param findings what went wrong
 * @param failure of its code, also where it was expected
 */
record Ran(
        Part part,
        Status status,
        List<Line> lines,
        List<Integer> silent,
        List<Output> below,
        List<Finding> findings,
        Optional<Failure> failure) {

    /** How it went. */
    enum Status {
        WELL,
        FAILED,
        SKIPPED
    }

    /**
     * A value and the piece of code that gave it.
     *
     * @param end after the piece's last character, in the file
     * @param output the value
     * @param asked whether it is shown only where the author asks with a comment, as for a variable
     */
    record Line(int end, Output output, boolean asked) {}

    Ran {
        lines = List.copyOf(lines);
        silent = List.copyOf(silent);
        below = List.copyOf(below);
        findings = List.copyOf(findings);
    }

    Ran with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new Ran(part, status, lines, silent, below, more, failure);
    }

    /** {@return all that is shown, with all digits: what two runs are compared by} */
    List<String> shown() {
        List<String> shown = new ArrayList<>();
        lines.forEach(line -> shown.add(line.output().exact()));
        below.forEach(output -> output.exact().lines().forEach(shown::add));
        below.forEach(output -> output.picture().ifPresent(shown::add));
        return shown;
    }

    static Ran skipped(Part part) {
        return new Ran(part, Status.SKIPPED, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }
}
