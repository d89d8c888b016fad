package gradflow.repl.terminal;

import gradflow.notes.Pasted;
import gradflow.repl.command.Commands;
import gradflow.repl.engine.Engine;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads and answers, until the person leaves. */
final class Conversation {
    private static final Set<String> WAYS_OUT = Set.of("exit", "quit", "exit()", "quit()", ":q", ":quit");

    private final Editor editor;
    private final Screen screen;
    private final Supplier<Engine> engine;
    private final Round round;
    private final Course course;
    private final EntryRunner runner;
    private boolean hinted;

    Conversation(
            Editor editor, Screen screen, Supplier<Engine> engine, Round round, Course course, EntryRunner runner) {
        this.editor = editor;
        this.screen = screen;
        this.engine = engine;
        this.round = round;
        this.course = course;
        this.runner = runner;
    }

    /** Goes on until the person leaves. */
    void hold() {
        while (!course.isLeaving()) {
            Typed typed = editor.read();
            if (typed instanceof Typed.Entry entry) {
                answer(entry.text().strip());
            } else if (typed instanceof Typed.Cancelled cancelled) {
                hint(cancelled);
            } else {
                return;
            }
        }
    }

    private void answer(String entry) {
        if (entry.isEmpty()) {
            course.takeOffer().ifPresent(this::runExample);
            return;
        }
        course.forgetOffer();
        course.remember(entry);
        Optional<Foreign> foreign = Foreign.of(entry, this::isKnown);
        if (foreign.isPresent()) {
            editor.remember(entry);
            foreign(foreign.get());
        } else if (Pasted.isCopied(entry)) {
            String java = Pasted.java(entry);
            if (!java.isBlank()) {
                editor.remember(java);
                boolean unused = runner.answer(java);
            }
        } else if (Commands.isCommand(entry)) {
            editor.remember(entry);
            runner.command(entry);
        } else if (isWayOut(entry)) {
            course.leave(0);
        } else if (!Chain.isNothing(entry)) {
            // Before it runs, since it may end the program.
            editor.remember(round.whole(entry));
            boolean unused = runner.answer(entry);
        }
        screen.freshLine();
    }

    private void foreign(Foreign word) {
        if (!word.here().isEmpty()) {
            screen.aside(Prose.fitted(word.here(), screen.width() - 1));
        }
        if (word.entry().startsWith("/")) {
            runner.command(word.entry());
        } else if (word.entry().startsWith("!")) {
            runner.shell(word.entry().substring(1).strip());
        } else if (!word.entry().isEmpty()) {
            boolean unused = runner.answer(word.entry());
        }
    }

    private boolean isKnown(String name) {
        return engine.get().scope().has(name);
    }

    /** As if it had been typed, so that the arrow keys have it for a change. */
    private void runExample(String example) {
        screen.aside(example);
        editor.remember(example);
        boolean unused = runner.answer(example);
        screen.freshLine();
    }

    /** Who has a variable called exit means that. */
    private boolean isWayOut(String entry) {
        return WAYS_OUT.contains(entry)
                && engine.get().variables().stream()
                        .noneMatch(variable -> variable.name().equals(entry));
    }

    private void hint(Typed.Cancelled cancelled) {
        if (cancelled.empty() && !hinted) {
            hinted = true;
            screen.aside("Ctrl-D leaves");
        }
    }
}
