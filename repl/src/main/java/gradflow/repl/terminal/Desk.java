package gradflow.repl.terminal;

import java.nio.file.Path;
import java.util.Optional;

/** What belongs together for one person at one terminal. */
record Desk(
        Screen screen,
        Editor editor,
        OwnEditor ownEditor,
        Shell shell,
        LastSession lastSession,
        Optional<Path> startFile) {}
