package gradflow.repl.terminal;

import gradflow.repl.display.AsciiOnly;
import gradflow.repl.display.Precision;
import gradflow.repl.display.ValueText;
import gradflow.report.text.Signs;
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
    private final boolean plain;
    private final boolean ascii;
    private final StringBuilder heldBack = new StringBuilder();
    private @Nullable LineReader editing;
    private boolean lineIsOpen;
    private Precision precision = Precision.usual();

    Screen(Terminal terminal, Ink ink, Environment environment) {
        this.terminal = terminal;
        this.ink = ink;
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

    /** From now on numbers are written so. */
    void writeNumbers(Precision chosen) {
        precision = chosen;
    }

    /** {@return how values are shown here} */
    ValueText values() {
        ValueText values = new ValueText(width(), ascii).with(precision);
        return plain ? values.spoken() : values;
    }

    /** {@return whether signs such as ρ are spelt} */
    boolean isAscii() {
        return ascii;
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
        lineIsOpen = !text.endsWith("\n");
    }

    /** Ends the line that a print has left open. */
    synchronized void freshLine() {
        if (lineIsOpen || !heldBack.isEmpty()) {
            send(heldBack + "\n");
            heldBack.setLength(0);
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
