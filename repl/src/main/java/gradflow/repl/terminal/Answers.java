package gradflow.repl.terminal;

import gradflow.repl.display.ValueText;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import gradflow.repl.engine.VariableInfo;
import gradflow.repl.session.Log;
import gradflow.repl.session.Wording;
import gradflow.report.plot.Plot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Shows what came of a piece. */
final class Answers {
    /** The package before the name of a type. */
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

    private final Supplier<Engine> engine;
    private final CtrlC ctrlC;
    private final Faults faults;
    private final Log log;
    private final Screen screen;
    private final Supplier<Theme> theme;

    /** @param theme what colours are for */
    Answers(Supplier<Engine> engine, CtrlC ctrlC, Faults faults, Log log, Screen screen, Supplier<Theme> theme) {
        this.engine = engine;
        this.ctrlC = ctrlC;
        this.faults = faults;
        this.log = log;
        this.screen = screen;
        this.theme = theme;
    }

    /** Shows what came of what was typed. */
    void show(Outcome outcome, Wording wording) {
        if (outcome instanceof Outcome.Variable variable) {
            variables(List.of(variable), wording.java());
        } else if (outcome instanceof Outcome.Variables several) {
            variables(several.variables(), wording.java());
        } else if (outcome instanceof Outcome.Rejected rejected) {
            rejected(rejected, wording);
        } else {
            show(outcome);
        }
    }

    /** Shows what came of something that the person didn't type. */
    void show(Outcome outcome) {
        if (outcome instanceof Outcome.Value value) {
            value(value);
        } else if (outcome instanceof Outcome.Declared declared) {
            declared(declared);
        } else if (outcome instanceof Outcome.Thrown thrown) {
            screen.error(faults.thrown(thrown, screen.width()));
            log.failed(faults.explained(thrown));
        } else if (outcome instanceof Outcome.Interrupted interrupted) {
            interrupted(interrupted);
        }
    }

    private void rejected(Outcome.Rejected rejected, Wording wording) {
        List<Outcome.Problem> problems = rejected.problems().stream()
                .map(problem -> new Outcome.Problem(
                        wording.typedStart(problem.start()), wording.typedEnd(problem.end()), problem.message()))
                .toList();
        List<String> errors = faults.rejected(
                wording.typed(), problems, screen.width(), name -> engine.get().importable(name, name.length()));
        errors.forEach(screen::error);
        log.failed("it did not compile, so nothing of it ran:\n" + String.join("\n", errors));
    }

    private void declared(Outcome.Declared declared) {
        boolean imported = declared.what().startsWith("import ");
        screen.show(imported ? declared.what().replaceFirst("import", "imported") : "created " + declared.what());
        if (!declared.missing().isEmpty()) {
            screen.aside("it can be used once this is declared: " + String.join(", ", declared.missing()));
        }
    }

    private void value(Outcome.Value value) {
        // printf returns the stream that it printed to, which says nothing.
        if (value.silenced() || value.value() == System.out) {
            return;
        }
        Optional<Supplier<String>> picture =
                value.value() instanceof Plot plot ? screen.picture(plot, theme.get()) : Optional.empty();
        if (picture.isPresent()) {
            whenRendered(picture.get()::get, escape -> {
                named(value);
                screen.escape(escape);
            });
        } else {
            whenRendered(() -> values().of(value.value()), text -> {
                if (!value.name().isEmpty() && !text.contains("\n")) {
                    screen.show(value.name() + " = " + text);
                } else {
                    named(value);
                    screen.show(text);
                }
            });
        }
    }

    private void named(Outcome.Value value) {
        if (!value.name().isEmpty()) {
            screen.aside(value.name() + " =");
        }
    }

    /** Shows a variable as a list of them does. */
    void list(VariableInfo variable) {
        whenRendered(
                () -> values().brief(variable.value()),
                text -> screen.show(Shortened.toOneLine(
                        QUALIFIED.matcher(variable.type()).replaceAll("") + " " + variable.name() + " = " + text,
                        screen.width() - 1)));
    }

    private void variables(List<Outcome.Variable> variables, String java) {
        if (!Piece.endsInSemicolon(java)) {
            variables.forEach(this::variable);
        }
    }

    /** Briefly, since who names a value means to go on with it. */
    private void variable(Outcome.Variable variable) {
        whenRendered(
                () -> values().brief(variable.value()),
                text -> screen.show(Shortened.toOneLine(variable.name() + " = " + text, screen.width() - 1)));
    }

    private ValueText values() {
        return screen.values().quoting();
    }

    /** A person's own toString may take forever, or throw; it is run as their code is. */
    private void whenRendered(Callable<String> rendering, Consumer<String> then) {
        Engine java = engine.get();
        Outcome outcome = ctrlC.stopping(java::stop, () -> java.call(rendering));
        if (outcome instanceof Outcome.Value value && value.value() instanceof String text) {
            then.accept(text);
        } else {
            show(outcome);
        }
    }

    /** Says that a press of Ctrl-C was heard. */
    void stopped() {
        screen.show("stopped");
    }

    private void interrupted(Outcome.Interrupted interrupted) {
        if (!interrupted.abandoned()) {
            stopped();
            return;
        }
        screen.show("left behind: it hears no Ctrl-C, and goes on in the background");
        CompletableFuture<Void> unused =
                engine.get().latestOver().thenRunAsync(() -> screen.aside("what was left behind has ended"));
    }
}
