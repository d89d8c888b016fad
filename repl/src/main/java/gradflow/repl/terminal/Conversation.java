package gradflow.repl.terminal;

import gradflow.repl.command.Command;
import gradflow.repl.command.Commands;
import gradflow.repl.engine.Engine;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads and answers, until the person leaves. */
final class Conversation {
    private static final Set<String> WAYS_OUT = Set.of("exit", "quit", "exit()", "quit()");

    private final Editor editor;
    private final Screen screen;
    private final Supplier<Engine> engine;
    private final Round round;
    private final Host host;
    private boolean hinted;

    Conversation(Editor editor, Screen screen, Supplier<Engine> engine, Round round, Host host) {
        this.editor = editor;
        this.screen = screen;
        this.engine = engine;
        this.round = round;
        this.host = host;
    }

    /** Goes on until the person leaves. */
    void hold() {
        while (!host.isLeaving()) {
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
            host.takeOffer().ifPresent(this::runExample);
            return;
        }
        host.forgetOffer();
        host.remember(entry);
        if (Commands.isCommand(entry)) {
            editor.remember(entry);
            command(Commands.parts(entry));
        } else if (isWayOut(entry)) {
            host.leave();
        } else if (!Chain.isNothing(entry)) {
            // Before it runs, since it may end the program.
            editor.remember(round.whole(entry));
            round.answer(entry);
        }
        screen.freshLine();
    }

    /** As if it had been typed, so that the arrow keys have it for a change. */
    private void runExample(String example) {
        screen.aside(example);
        editor.remember(example);
        round.answer(example);
        screen.freshLine();
    }

    private void command(String[] parts) {
        Optional<Command> command = Commands.named(parts[0]);
        if (command.isEmpty()) {
            screen.error(Commands.unknown(parts[0]));
            return;
        }
        String shown = command.get().run(host, parts[1]);
        if (!shown.isEmpty()) {
            screen.show(shown);
        }
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
