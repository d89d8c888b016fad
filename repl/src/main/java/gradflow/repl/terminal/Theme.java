package gradflow.repl.terminal;

import static org.jline.utils.AttributedStyle.DEFAULT;

import java.util.Locale;
import org.jline.utils.AttributedStyle;

/**
 * Colours for what is typed. Those of {@link #BOTH} are of a middling lightness, so that they can be read on a white ground
 * and on a black one; at the start a terminal isn't asked for its ground, since that takes time.
 */
enum Theme {
    /** For any ground. */
    BOTH,
    /** For a dark one. */
    DARK,
    /** For a light one. */
    LIGHT,
    /** No colour at all, and no other escape either. */
    NONE;

    /** How a part of an entry looks: its colours of the 256, where it has some. */
    enum Part {
        KEYWORD(133, 177, 90),
        WORD(63, 111, 19),
        TYPE(31, 80, 24),
        LITERAL(28, 114, 22),
        NUMBER(130, 215, 94),
        COMMENT(243, 245, 242),
        WRONG(161, 203, 160),
        PARTNER,
        GHOST,
        PLAIN;

        private static final int NO_COLOUR = -1;

        private final int onAny;
        private final int onDark;
        private final int onLight;

        Part() {
            this(NO_COLOUR, NO_COLOUR, NO_COLOUR);
        }

        Part(int onAny, int onDark, int onLight) {
            this.onAny = onAny;
            this.onDark = onDark;
            this.onLight = onLight;
        }
    }

    /** {@return the name that a person types} */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the number of a colour of the 256, of those parts that have one} */
    int colour(Part part) {
        return this == DARK ? part.onDark : this == LIGHT ? part.onLight : part.onAny;
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
