package gradflow.notes;

import gradflow.repl.display.CodeErrors;
import gradflow.repl.display.ThrownText;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Runs one part of a note, piece by piece up to its first failure. */
final class BlockRun {
    private static final double NANOS = 1e9;

    private final NoteText text;
    private final Part part;
    private final Part.Code code;
    private final BlockOptions options;
    private final Engine engine;
    private final Console console;
    private final CodeErrors errors;
    private final Dependants dependants;
    private final Deadline deadline;
    private final long end;
    private final Forms forms;

    private final List<Ran.Line> lines = new ArrayList<>();
    private final List<Integer> silent = new ArrayList<>();
    private final List<Output> below = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Failure> failure = Optional.empty();

    BlockRun(
            NoteText text,
            Part part,
            Part.Code code,
            BlockOptions options,
            Engine engine,
            Console console,
            CodeErrors errors,
            Dependants dependants,
            Deadline deadline) {
        this.text = text;
        this.part = part;
        this.code = code;
        this.options = options;
        this.engine = engine;
        this.console = console;
        this.errors = errors;
        this.dependants = dependants;
        this.deadline = deadline;
        end = System.nanoTime() + (long) (options.timeoutSeconds() * NANOS);
        forms = new Forms(options);
    }

    Ran run() {
        reseed();
        List<Piece> pieces = engine.split(code.text()).stream()
                .map(piece -> new Piece(
                        piece.source(),
                        piece.offset() + code.start(),
                        piece.line() + text.line(code.start()) - 1,
                        piece.column()))
                .toList();
        boolean failed = false;
        for (Piece piece : pieces) {
            if (failed) {
                dependants.lost(piece);
            } else {
                failed = !runs(piece, piece.equals(pieces.get(pieces.size() - 1)));
            }
        }
        if (!failed && options.has("fails")) {
            fail(code.start(), "this block should fail with " + expected() + ", and runs through");
        }
        if (console.overflowed()) {
            fail(code.start(), "this block prints more than a megabyte, which is no note");
        }
        if (console.wasLate()) {
            findings.add(Finding.of(
                    Finding.Kind.NOTED,
                    text,
                    code.start(),
                    "while this block ran, a thread of an earlier one printed; that is left out"));
        }
        boolean well = findings.stream().noneMatch(finding -> finding.kind() == Finding.Kind.FAILED);
        return new Ran(part, well ? Ran.Status.WELL : Ran.Status.FAILED, lines, silent, below, findings, failure);
    }

    /** Two variables that start anew at each block that says so. */
    private void reseed() {
        options.seed().ifPresent(seed -> {
            Outcome outcome = engine.eval("long seed = " + seed + "L;", "seed");
            Outcome random = engine.eval("java.util.Random random = new java.util.Random(seed);", "seed");
            if (NoteRunner.isFailure(outcome) || NoteRunner.isFailure(random)) {
                fail(code.start(), "seed=" + seed + ": the variables seed and random can't be declared here");
            }
        });
    }

    private void fail(int offset, String message) {
        findings.add(Finding.of(Finding.Kind.FAILED, text, offset, message));
    }

    /** {@return whether the next piece may run} */
    private boolean runs(Piece piece, boolean last) {
        if (piece.source().startsWith("/")) {
            findings.add(
                    new Finding(Finding.Kind.FAILED, errors.whole(piece, "not Java; commands are for the prompt")));
            return false;
        }
        String id = piece.line() + "." + piece.column();
        errors.expect(id, piece);
        Outcome outcome = timed(
                () -> options.has("norun") ? engine.compile(piece.source(), id) : engine.eval(piece.source(), id));
        printed(console.take());
        if (!NoteRunner.isFailure(outcome) && !options.has("norun")) {
            int before = lines.size();
            outcome = shown(piece, outcome, last);
            int pieceEnd = piece.offset() + piece.codeLength();
            if (lines.size() == before
                    && CodeComment.after(text, code, pieceEnd).isPresent()) {
                silent.add(pieceEnd);
            }
        }
        return !NoteRunner.isFailure(outcome) || failed(piece, outcome);
    }

    /** What is run within the time that is left. */
    private interface Evaluation {
        Outcome run();
    }

    private Outcome timed(Evaluation evaluation) {
        Future<?> stop = deadline.set(engine, end - System.nanoTime());
        try {
            return evaluation.run();
        } finally {
            stop.cancel(false);
        }
    }

    private void printed(String printed) {
        if (!printed.isEmpty() && !options.has("quiet") && !(part instanceof Part.Setup)) {
            below.add(Output.text(printed.stripTrailing(), printed.stripTrailing()));
        }
    }

    /** {@return the outcome, or what making the text of its value threw} */
    private Outcome shown(Piece piece, Outcome outcome, boolean last) {
        boolean quiet = part instanceof Part.Setup || options.has("quiet");
        // Who asks for a table or a figure wants to see it, semicolon or not.
        boolean silenced = outcome instanceof Outcome.Value value && value.silenced() && !(last && options.formed());
        if (outcome instanceof Outcome.Value value) {
            return quiet ? outcome : show(piece, outcome, value.value(), silenced);
        }
        return outcome instanceof Outcome.Variable variable && !quiet
                ? show(piece, outcome, variable.value(), true)
                : outcome;
    }

    private Outcome show(Piece piece, Outcome outcome, @Nullable Object value, boolean asked) {
        int pieceEnd = piece.offset() + piece.codeLength();
        boolean commented = CodeComment.after(text, code, pieceEnd).isPresent();
        if (asked && !commented) {
            return outcome;
        }
        Outcome made = timed(() -> engine.call(() -> {
            try {
                return forms.of(value);
            } catch (Forms.Unfit e) {
                return e;
            }
        }));
        if (!(made instanceof Outcome.Value form)) {
            return made;
        }
        if (form.value() instanceof Forms.Unfit unfit) {
            findings.add(new Finding(Finding.Kind.FAILED, errors.whole(piece, String.valueOf(unfit.getMessage()))));
        } else if (form.value() instanceof Output output) {
            place(output, pieceEnd, asked);
        }
        return outcome;
    }

    private void place(Output output, int pieceEnd, boolean asked) {
        boolean alone = CodeComment.fits(text, code, pieceEnd);
        if (part instanceof Part.Inline || (output.kind() == Output.Kind.LINE && alone)) {
            lines.add(new Ran.Line(pieceEnd, output, asked));
        } else {
            below.add(output.below());
        }
    }

    // ---- failures
    // ------------------------------------------------------------------------------------------------------

    private String expected() {
        return options.value("fails").orElse("")
                + options.value("match").map(part -> " and \"" + part + "\"").orElse("");
    }

    /** {@return whether the block may go on: never, since it failed} */
    private boolean failed(Piece piece, Outcome outcome) {
        if (outcome instanceof Outcome.Interrupted && System.nanoTime() < end) {
            throw new CancellationException("stopped, and not by its own deadline");
        }
        String message = message(outcome);
        failure = Optional.of(Failure.of(outcome, message));
        if (options.has("fails")) {
            if (isExpected(outcome) && message.contains(options.value("match").orElse(""))) {
                printed(message);
            } else {
                findings.add(new Finding(
                        Finding.Kind.FAILED,
                        errors.whole(piece, "this block should fail with " + expected() + ", but: " + message)));
            }
            return false;
        }
        dependants.lost(piece);
        findings.add(new Finding(Finding.Kind.FAILED, report(piece, outcome, message) + dependants.cause(outcome)));
        return false;
    }

    private String report(Piece piece, Outcome outcome, String message) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return errors.rejected(piece, rejected);
        }
        return outcome instanceof Outcome.Thrown thrown ? errors.thrown(piece, thrown) : errors.whole(piece, message);
    }

    private String message(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.problems().stream()
                    .map(Outcome.Problem::message)
                    .reduce((one, other) -> one + "\n" + other)
                    .orElse("");
        }
        if (outcome instanceof Outcome.Thrown thrown) {
            return ThrownText.of(thrown.thrown());
        }
        String seconds = options.value("timeout").orElse(Integer.toString((int) options.timeoutSeconds()));
        boolean abandoned = outcome instanceof Outcome.Interrupted interrupted && interrupted.abandoned();
        return "stopped after " + seconds + " s (timeout=" + seconds + ")"
                + (abandoned ? "; it can't be stopped, and goes on in the background" : "");
    }

    private boolean isExpected(Outcome outcome) {
        String kind = options.value("fails").orElse("");
        if (outcome instanceof Outcome.Rejected) {
            return kind.equals(Failure.COMPILE);
        }
        if (outcome instanceof Outcome.Interrupted) {
            return kind.equals(Failure.TIMEOUT);
        }
        Class<?> type =
                outcome instanceof Outcome.Thrown thrown ? thrown.thrown().getClass() : null;
        while (type != null
                && !type.getSimpleName().equals(kind)
                && !type.getName().equals(kind)) {
            type = type.getSuperclass();
        }
        return type != null;
    }
}
