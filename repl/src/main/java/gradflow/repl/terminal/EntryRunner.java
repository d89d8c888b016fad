package gradflow.repl.terminal;

import gradflow.repl.command.Command;
import gradflow.repl.command.Commands;
import gradflow.repl.command.Surroundings;
import gradflow.repl.engine.Piece;
import gradflow.repl.session.Log;
import gradflow.repl.session.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs what was typed: Java, commands, both mixed as in a file, or a line for the system's shell. */
final class EntryRunner {
    private final Surroundings prompt;
    private final Round round;
    private final Log log;
    private final Course course;
    private final Screen screen;
    private final Shell shell;
    private final LastSession lastSession;

    /** @param prompt what commands see */
    EntryRunner(Surroundings prompt, Round round, Log log, Course course, Desk desk) {
        this.prompt = prompt;
        this.round = round;
        this.log = log;
        this.course = course;
        screen = desk.screen();
        shell = desk.shell();
        lastSession = desk.lastSession();
    }

    /** Does what a command says. */
    void command(String entry) {
        String[] parts = Commands.parts(entry);
        Optional<Command> command = Commands.named(parts[0]);
        if (command.isEmpty()) {
            screen.error(Prose.fitted(Commands.unknown(parts[0]), screen.width() - 1));
            return;
        }
        String shown = command.get().run(prompt, parts[1]);
        if (!shown.isEmpty()) {
            screen.show(command.get().speaksInSentences() ? Prose.fitted(shown, screen.width() - 1) : shown);
        }
    }

    /** Runs a command of the system's shell. */
    void shell(String line) {
        try {
            int code = shell.run(line);
            if (code != 0) {
                screen.aside("status " + code);
            }
        } catch (IOException e) {
            screen.error("the shell can't be run: " + e.getMessage());
        }
    }

    /** {@return whether all of it ran} Evaluates Java and commands, piece by piece. */
    boolean answer(String text) {
        List<Piece> pieces = prompt.engine().split(Values.parseable(text));
        if (pieces.stream().noneMatch(piece -> Commands.isCommand(piece.source()))) {
            return javaRan(text);
        }
        StringBuilder java = new StringBuilder();
        for (Piece piece : pieces) {
            String source = text.substring(
                    piece.offset(), piece.offset() + piece.source().length());
            if (Commands.isCommand(source)) {
                if (!java.isEmpty() && !javaRan(java)) {
                    return false;
                }
                java.setLength(0);
                command(source);
                if (course.isLeaving()) {
                    return true;
                }
            } else {
                java.append(source).append('\n');
            }
        }
        return java.isEmpty() || javaRan(java);
    }

    private boolean javaRan(CharSequence java) {
        boolean ran = round.answer(java.toString().strip());
        lastSession.keep(log.entries());
        return ran;
    }
}
