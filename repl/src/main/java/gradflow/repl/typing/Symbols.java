package gradflow.repl.typing;

import gradflow.report.Signs;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Signs that no keyboard has, by the names that LaTeX gives them: {@code \rho} for ρ, {@code \_1} for ₁. */
public final class Symbols {
    private static final NavigableMap<String, String> SIGNS = new TreeMap<>(Signs.byName());

    static {
        // Other names that people know, and the one φ that the words of the field use.
        SIGNS.putAll(Map.of(
                "\\phi", "φ",
                "\\epsilon", "ε",
                "\\norm", "‖",
                "\\Vert", "‖",
                "\\inf", "∞",
                "\\leq", "≤",
                "\\geq", "≥",
                "\\sqrt", "√",
                "\\degree", "°",
                "\\dots", "…"));
    }

    private Symbols() {}

    /** {@return where the name begins that ends at the cursor, at its backslash, or -1 if none does} */
    public static int nameBefore(String text, int cursor) {
        int at = cursor;
        while (at > 0 && isPart(text.charAt(at - 1))) {
            at--;
        }
        return at > 0 && text.charAt(at - 1) == '\\' ? at - 1 : -1;
    }

    private static boolean isPart(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || "_^+-'".indexOf(c) >= 0;
    }

    /** {@return the sign of that name, or an empty string} */
    public static String sign(String name) {
        return SIGNS.getOrDefault(name, "");
    }

    /** {@return the names that begin so, each with its sign} */
    public static SortedMap<String, String> beginning(String name) {
        return SIGNS.subMap(name, name + Character.MAX_VALUE);
    }
}
