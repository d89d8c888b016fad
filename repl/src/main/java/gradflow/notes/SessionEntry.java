package gradflow.notes;

import gradflow.report.plot.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a session, and what its runs have taught about how notes must put it. */
final class SessionEntry {
    private static final String USUAL_FENCE = "```";
    private static final String OPENING = USUAL_FENCE + "java\n";
    private static final int SLOW_SECONDS = 600;
    private static final int MATCHED = 80;
    private static final int QUOTED = 40;

    /** What goes on with the line before, if both stand in one block. */
    private static final String GOES_ON = "?:*/%&|=^,>!-+.<";

    private final String source;
    private final Supplier<String> figures;
    private final List<String> remarks = new ArrayList<>();
    private Optional<Plot> plot = Optional.empty();
    private String figure = "";
    private Optional<Failure> expected = Optional.empty();
    private boolean slow;
    private boolean unsteady;
    private boolean out;
    private @Nullable Reconciled latest;

    /** @param figures gives the path of its picture, should it turn out to be a plot */
    SessionEntry(String source, Supplier<String> figures) {
        this.source = source;
        this.figures = figures;
    }

    /** {@return whether it can't stand in the notes} */
    boolean isOut() {
        return out;
    }

    List<String> remarks() {
        return remarks;
    }

    /** Forgets the last run: what came before this entry was another then. */
    void forget() {
        latest = null;
    }

    /** {@return the picture that stands beside the notes} */
    Optional<Picture> picture() {
        return latest == null ? Optional.empty() : latest.picture();
    }

    // ---- what it looks like
    // ---------------------------------------------------------------------------------------------

    /** {@return the block, with the comment above it that it needs} */
    String block() {
        String fence = Fences.of(source);
        String options = options();
        return (options.isEmpty() ? "" : "<!-- gradflow: " + options + " -->\n") + fence + "java\n" + source + "\n"
                + fence;
    }

    private String options() {
        List<String> options = new ArrayList<>();
        plot.ifPresent(drawn -> options.add("figure=" + figure + " alt=" + quoted(drawn.title())));
        expected.ifPresent(failure -> {
            String said = failure.message().replaceFirst("^" + Pattern.quote(failure.kind() + ": "), "");
            String message = start(said.split("-->", 2)[0], MATCHED);
            options.add("fails=" + failure.kind() + (message.isEmpty() ? "" : " match=" + quoted(message)));
        });
        if (slow) {
            options.add("timeout=" + SLOW_SECONDS);
        }
        if (unsteady) {
            options.add("volatile");
        }
        return String.join(" ", options);
    }

    private static String quoted(String value) {
        // It stands in a comment, which an arrow would end.
        return "\"" + value.replace("-->", "->").replaceAll("[\"\\\\]", "\\\\$0") + "\"";
    }

    /** {@return as much of the first line} */
    private static String start(String text, int most) {
        String line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most));
    }

    /**
     * Adds the block with its outputs to notes: to the block before, if that shows nothing below it and neither needs a
     * comment.
     *
     * @param before the entry before, or null
     * @param at where the block began in the text that was run
     */
    void addTo(StringBuilder notes, @Nullable SessionEntry before, int at) {
        String woven = block();
        if (latest != null) {
            woven = Edit.apply(
                    latest.edits().stream()
                            .map(edit -> new Edit(edit.from() - at, edit.to() - at, edit.text()))
                            .toList(),
                    woven);
        }
        if (before != null && before.isOpen() && isPlain() && GOES_ON.indexOf(source.charAt(0)) < 0) {
            notes.setLength(notes.length() - USUAL_FENCE.length());
            notes.append(woven, OPENING.length(), woven.length());
        } else {
            notes.append("\n\n").append(woven);
        }
    }

    private boolean isPlain() {
        return block().startsWith(OPENING);
    }

    private boolean isOpen() {
        return isPlain() && latest != null && latest.ran().below().isEmpty();
    }

    // ---- what its runs teach
    // --------------------------------------------------------------------------------------------

    /** {@return whether it has to run again, put in another way or to see whether it shows the same} */
    boolean learn(Reconciled now) {
        Reconciled before = latest;
        latest = now;
        Optional<String> wrong = now.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.FAILED)
                .map(Finding::message)
                .findFirst();
        if (wrong.isPresent()) {
            fail(now.ran().failure(), start(wrong.get(), MATCHED));
            return true;
        }
        if (plot.isEmpty()) {
            plot = drawn(now.ran());
            if (plot.isPresent()) {
                figure = figures.get();
                return true;
            }
        }
        if (before != null && !unsteady && !shown(before.ran()).equals(shown(now.ran()))) {
            unsteady = true;
            remark("shows something else each time, so it is not compared");
            return true;
        }
        return before == null;
    }

    private void fail(Optional<Failure> failure, String message) {
        boolean late = failure.filter(it -> it.kind().equals(Failure.TIMEOUT)).isPresent();
        if (late && !slow) {
            slow = true;
        } else if (late || failure.isEmpty() || expected.isPresent()) {
            out = true;
            remark("is left out: " + message);
        } else {
            expected = failure;
            remark("fails, which the notes expect: " + message);
        }
    }

    private void remark(String what) {
        String shortened = start(source, QUOTED);
        remarks.add(shortened + (shortened.length() < source.length() ? "… " : " ") + what);
    }

    /** {@return the plot that is all it shows} */
    private static Optional<Plot> drawn(Ran ran) {
        return ran.lines().isEmpty() && ran.below().size() == 1
                ? ran.below().get(0).plot()
                : Optional.empty();
    }

    /** {@return all that is shown, whether a plot is drawn in text or in a file} */
    private static List<String> shown(Ran ran) {
        List<String> shown = new ArrayList<>();
        if (ran.failure().isPresent()) {
            shown.add(ran.failure().get().message());
            return shown;
        }
        ran.lines().forEach(line -> shown.add(line.output().exact()));
        ran.below().forEach(output -> shown.add(output.plot().map(Plot::svg).orElse(output.exact())));
        return shown;
    }
}
