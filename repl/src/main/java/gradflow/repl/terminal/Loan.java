package gradflow.repl.terminal;

import java.io.IOException;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** Lends the terminal to something else while an entry is edited, and takes it back. */
final class Loan {
    private final Terminal terminal;
    private final boolean dumb;

    /** @param dumb whether the terminal is sent no escapes */
    Loan(Terminal terminal, boolean dumb) {
        this.terminal = terminal;
        this.dumb = dumb;
    }

    /** Something that has the terminal for a while. */
    interface Visit {
        void pay() throws IOException;
    }

    /**
     * {@return what went wrong, or an empty string}
     *
     * @param display which shows the entry, and will have to show it anew
     */
    String during(Visit visit, Display display) {
        display.update(List.of(), 0);
        if (!dumb) {
            terminal.puts(Capability.keypad_local);
            terminal.writer().write(LineReaderImpl.BRACKETED_PASTE_OFF);
        }
        terminal.flush();
        String failure = "";
        try {
            visit.pay();
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
        }
        Attributes unused = terminal.enterRawMode();
        if (!dumb) {
            terminal.puts(Capability.keypad_xmit);
            terminal.writer().write(LineReaderImpl.BRACKETED_PASTE_ON);
        }
        display.reset();
        return failure;
    }
}
