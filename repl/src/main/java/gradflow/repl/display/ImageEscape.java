package gradflow.repl.display;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a picture is sent to a terminal that can show one. */
public enum ImageEscape {
    /** Kitty's graphics protocol: Kitty, Ghostty, Konsole, WezTerm. */
    KITTY {
        @Override
        public String of(byte[] png) {
            String code = Base64.getEncoder().encodeToString(png);
            StringBuilder escape = new StringBuilder();
            for (int at = 0; at < code.length(); at += CHUNK) {
                int end = Math.min(at + CHUNK, code.length());
                escape.append("\033_G")
                        // f=100 is PNG, a=T transmits and shows, q=2 wants no answer, which would count as typed.
                        .append(at == 0 ? "f=100,a=T,q=2," : "")
                        .append("m=")
                        .append(end < code.length() ? 1 : 0)
                        .append(';')
                        .append(code, at, end)
                        .append("\033\\");
            }
            return escape.toString();
        }
    },
    /** That of iTerm2, which WezTerm, mintty and others know too. */
    ITERM {
        @Override
        public String of(byte[] png) {
            return "\033]1337;File=inline=1;preserveAspectRatio=1;size=" + png.length + ":"
                    + new String(Base64.getEncoder().encode(png), StandardCharsets.US_ASCII) + "\007";
        }
    },
    /** DEC's: foot, mlterm, xterm where that is switched on, and many more. */
    SIXEL {
        @Override
        public String of(byte[] png) {
            return Sixel.of(png);
        }
    };

    /** As much as one of Kitty's escapes may carry. */
    private static final int CHUNK = 4096;

    /** {@return the escape that shows a PNG image where the cursor is} */
    public abstract String of(byte[] png);
}
