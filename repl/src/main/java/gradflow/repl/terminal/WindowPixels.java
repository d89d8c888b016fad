package gradflow.repl.terminal;

import java.util.Optional;
import org.jline.nativ.CLibrary;
import org.jline.nativ.CLibrary.WinSize;

/** The size of a window in pixels as the system knows it. xterm tells the system, and by default nobody else. */
final class WindowPixels {
    private static final int STANDARD_OUTPUT = 1;

    private WindowPixels() {}

    /** {@return the size of a character in the window that standard output goes to} */
    static Optional<Traits.Cell> cell() {
        WinSize window = new WinSize();
        try {
            if (CLibrary.ioctl(STANDARD_OUTPUT, CLibrary.TIOCGWINSZ, window) != 0) {
                return Optional.empty();
            }
        } catch (LinkageError e) {
            // JLine's native library is for other systems, or was refused.
            return Optional.empty();
        }
        return Traits.Cell.of(window.ws_xpixel, window.ws_ypixel, window.ws_col, window.ws_row);
    }
}
