package gradflow.repl.terminal;

import gradflow.repl.display.ValueText;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.report.Result;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows what came of a piece. */
final class Answers {
    private final Supplier<Engine> engine;
    private final CtrlC ctrlC;
    private final Faults faults;
    private final Log log;
    private final Screen screen;

    Answers(Supplier<Engine> engine, CtrlC ctrlC, Faults faults, Log log, Screen screen) {
        this.engine = engine;
        this.ctrlC = ctrlC;
        this.faults = faults;
        this.log = log;
        this.screen = screen;
    }

    void show(Outcome outcome, String source) {
        if (outcome instanceof Outcome.Value value) {
            value(value);
        } else if (outcome instanceof Outcome.Variable variable) {
            variable(variable);
        } else if (outcome instanceof Outcome.Variables several) {
            several.variables().forEach(this::variable);
        } else if (outcome instanceof Outcome.Declared declared) {
            declared(declared);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            List<String> errors = faults.rejected(source, rejected.problems(), screen.width());
            errors.forEach(screen::error);
            log.failed("it did not compile, so nothing of it ran:\n" + String.join("\n", errors));
        } else if (outcome instanceof Outcome.Thrown thrown) {
            screen.error(faults.thrown(thrown, screen.width()));
            log.failed(faults.explained(thrown));
        } else if (outcome instanceof Outcome.Interrupted interrupted) {
            interrupted(interrupted);
        }
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
        if (!value.silenced() && value.value() != System.out) {
            whenRendered(() -> values().of(value.value()), text -> {
                if (text.contains("\n")) {
                    screen.aside(value.name() + " =");
                    screen.show(text);
                } else {
                    screen.show(value.name() + " = " + text);
                }
            });
        }
    }

    /** Briefly, since who names a value means to go on with it. */
    private void variable(Outcome.Variable variable) {
        whenRendered(
                () -> brief(variable.value()),
                text -> screen.show(
                        text.contains("\n")
                                ? variable.name() + " is set (" + variable.type() + ")"
                                : Shortened.toOneLine(variable.name() + " = " + text, screen.width() - 1)));
    }

    private String brief(@Nullable Object value) {
        return value instanceof Result result ? result.report().title() : values().of(value);
    }

    private ValueText values() {
        return screen.values();
    }

    /** A person's own toString may take forever, or throw; it is run as their code is. */
    private void whenRendered(Callable<String> rendering, Consumer<String> then) {
        Engine java = engine.get();
        Outcome outcome = ctrlC.stopping(java::stop, () -> java.call(rendering));
        if (outcome instanceof Outcome.Value value && value.value() instanceof String text) {
            then.accept(text);
        } else {
            show(outcome, "");
        }
    }

    private void interrupted(Outcome.Interrupted interrupted) {
        if (!interrupted.abandoned()) {
            screen.show("stopped");
            return;
        }
        screen.show("left behind: it hears no Ctrl-C, and goes on in the background");
        CompletableFuture<Void> unused =
                engine.get().latestOver().thenRunAsync(() -> screen.aside("what was left behind has ended"));
    }
}
