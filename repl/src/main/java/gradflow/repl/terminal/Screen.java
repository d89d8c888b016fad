package gradflow.repl.terminal;

import gradflow.repl.display.AsciiOnly;
import gradflow.repl.display.Precision;
import gradflow.repl.display.ValueText;
import gradflow.report.plot.Plot;
import gradflow.report.text.Signs;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * All that is shown goes through here, from the program and from the person's own prints, so that the next prompt always
 * begins on a line of its own.
 */
final class Screen {
    private static final char SIGN = '\u2016';

    private final Terminal terminal;
    private final Ink ink;
    private final Images images;
    private boolean plain;
    private boolean ascii;
    private final StringBuilder heldBack = new StringBuilder();
    private @Nullable LineReader editing;
    private boolean lineIsOpen;
    private String openLine = "";
    private Precision precision = Precision.usual();

    Screen(Terminal terminal, Ink ink, Environment environment) {
        this.terminal = terminal;
        this.ink = ink;
        images = new Images(environment, new Inquiry(terminal, WindowPixels::cell, this::typeAhead)::ask);
        plain = environment.says("GRADFLOW_PLAIN");
        ascii = AsciiOnly.isAsked(environment::value)
                || !terminal.outputEncoding().newEncoder().canEncode(SIGN);
    }

    /** Tells who edits lines on this screen: while it does, prints of a background thread go above the line. */
    synchronized void editedBy(LineReader reader) {
        editing = reader;
    }

    /** {@return how many columns a line has} */
    int width() {
        return terminal.getColumns();
    }

    /** Shows a text on lines of its own. */
    synchronized void show(String text) {
        freshLine();
        print(text.endsWith("\n") ? text : text + "\n");
    }

    /** {@return how numbers are written} */
    Precision precision() {
        return precision;
    }

    /** {@return whether and how plots are images} */
    Images images() {
        return images;
    }

    /** {@return what draws a plot here, if plots are images} */
    Optional<Supplier<String>> picture(Plot plot, Theme theme) {
        return images.of(plot, terminal.getSize(), theme);
    }

    /** Gives back keys that somebody else read. */
    private synchronized void typeAhead(String keys) {
        if (editing != null) {
            editing.runMacro(keys);
        }
    }

    /** {@return whether tables have bars} */
    boolean hasBars() {
        return !plain;
    }

    /** Draws bars, or doesn't. */
    void bars(boolean drawn) {
        plain = !drawn;
    }

    /** {@return whether it is spared all signs but ASCII} */
    boolean isAscii() {
        return ascii;
    }

    /** Spares it all signs but ASCII, or doesn't. */
    void ascii(boolean alone) {
        ascii = alone;
    }

    /** Shows a text: a page at a time, where it is longer than the terminal. */
    void page(String text) {
        String shown = ascii ? Signs.ascii(text) : text;
        Pager pager = new Pager(terminal, shown, ascii);
        if (pager.isNeeded()) {
            freshLine();
            pager.run();
        } else {
            show(shown);
        }
    }

    /** Sends an escape that leaves the cursor at the end of a line. */
    synchronized void escape(String sequence) {
        freshLine();
        terminal.writer().write(sequence + "\n");
        terminal.flush();
    }

    /** {@return why the terminal can't be asked to take a text to its clipboard; nothing if it was} */
    Optional<String> toClipboard(String text) {
        return Clipboard.take(terminal, text);
    }

    /** From now on numbers are written so. */
    void writeNumbers(Precision chosen) {
        precision = chosen;
    }

    /** {@return how values are shown here} */
    ValueText values() {
        ValueText values = new ValueText(width(), ascii).with(precision);
        return plain ? values.spoken() : values;
    }

    /** {@return whether the terminal is sent escapes} */
    boolean isColoured() {
        return ink.coloured();
    }

    /** Shows an error: its first line stands out, what follows explains it. */
    void error(String text) {
        String[] lines = text.split("\n", 2);
        show(ink.error(lines[0]) + (lines.length > 1 ? "\n" + lines[1] : ""));
    }

    /** Shows words beside the matter. */
    void aside(String text) {
        show(ink.aside(text));
    }

    /** Shows a text as it is, which may leave the line open. */
    synchronized void print(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (editing != null && editing.isReading()) {
            printAbove(editing, text);
            return;
        }
        send(text);
        int end = text.lastIndexOf('\n') + 1;
        openLine = (end > 0 ? "" : openLine) + text.substring(end);
        lineIsOpen = !openLine.isEmpty();
    }

    /** {@return the line that a print has left open, for somebody to write anew and go on with} */
    synchronized String takeOpenLine() {
        String taken = ascii ? Signs.ascii(openLine) : openLine;
        if (lineIsOpen) {
            send("\r");
        }
        openLine = "";
        lineIsOpen = false;
        return taken;
    }

    /** Ends the line that a print has left open. */
    synchronized void freshLine() {
        if (lineIsOpen || !heldBack.isEmpty()) {
            send(heldBack + "\n");
            heldBack.setLength(0);
            openLine = "";
            lineIsOpen = false;
        }
    }

    /** Whole lines only, as JLine draws its own line anew below them. */
    private void printAbove(LineReader reader, String text) {
        heldBack.append(text);
        int end = heldBack.lastIndexOf("\n");
        if (end >= 0) {
            String lines = heldBack.substring(0, end);
            heldBack.delete(0, end + 1);
            reader.printAbove(ascii ? Signs.ascii(lines) : lines);
        }
    }

    private static boolean isPlainAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private void send(String text) {
        terminal.writer().write(ascii && !isPlainAscii(text) ? Signs.ascii(text) : text);
        terminal.writer().flush();
    }
}
