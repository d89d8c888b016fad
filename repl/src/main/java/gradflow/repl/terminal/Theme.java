package gradflow.repl.terminal;

import static org.jline.utils.AttributedStyle.DEFAULT;

import java.util.Locale;
import org.jline.utils.AttributedStyle;

/**
 * Colours for what is typed. Those of {@link #BOTH} are of a middling lightness, so that they can be read on a white ground
 * and on a black one; a terminal can't be asked for its ground without losing keys.
 */
enum Theme {
    /** For any ground. */
    BOTH(133, 63, 31, 28, 130, 243, 161),
    /** For a dark one. */
    DARK(177, 111, 80, 114, 215, 245, 203),
    /** For a light one. */
    LIGHT(90, 19, 24, 22, 94, 242, 160),
    /** No colour at all, and no other escape either. */
    NONE(-1, -1, -1, -1, -1, -1, -1);

    /** How a part of an entry looks. */
    enum Part {
        KEYWORD,
        WORD,
        TYPE,
        LITERAL,
        NUMBER,
        COMMENT,
        WRONG,
        PARTNER,
        GHOST,
        PLAIN
    }

    private final int[] colours;

    Theme(int... colours) {
        this.colours = colours;
    }

    /** {@return the name that a person types} */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the number of a colour of the 256, of those parts that have one} */
    int colour(Part part) {
        return colours[part.ordinal()];
    }

    /** {@return how a part looks} */
    AttributedStyle style(Part part) {
        if (this == NONE || part == Part.PLAIN) {
            return DEFAULT;
        }
        return switch (part) {
            case GHOST -> DEFAULT.faint();
            case PARTNER -> DEFAULT.bold().underline();
            case WRONG -> DEFAULT.foreground(colour(part)).underline();
            case WORD -> DEFAULT.foreground(colour(part)).bold();
            default -> DEFAULT.foreground(colour(part));
        };
    }
}
