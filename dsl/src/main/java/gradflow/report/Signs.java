package gradflow.report;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The signs of mathematics that titles, heads and findings use, in ASCII and in LaTeX: a new sign is one line here. */
public final class Signs {
    private static final String ORDINARY = """
            ‖ || \\|
            ∂ d \\partial
            ∇ grad \\nabla
            ∏ prod \\prod
            ∑ sum \\sum
            √ sqrt \\surd
            ∞ inf \\infty
            · * \\cdot
            × x \\times
            ⊙ (.) \\odot
            ∘ o \\circ
            ± +- \\pm
            − - -
            ≤ <= \\le
            ≥ >= \\ge
            ≈ ~ \\approx
            ≠ != \\ne
            ≪ << \\ll
            ≫ >> \\gg
            ∝ ~ \\propto
            ∈ in \\in
            → -> \\to
            ← <- \\leftarrow
            ↦ -> \\mapsto
            ↑ ^ \\uparrow
            ↓ v \\downarrow
            ⟨ < \\langle
            ⟩ > \\rangle
            ℝ R \\mathbb{R}
            ℂ C \\mathbb{C}
            ℓ l \\ell
            ° deg ^{\\circ}
            α alpha \\alpha
            β beta \\beta
            γ gamma \\gamma
            δ delta \\delta
            ε eps \\varepsilon
            ζ zeta \\zeta
            η eta \\eta
            θ theta \\theta
            ι iota \\iota
            κ kappa \\kappa
            λ lambda \\lambda
            μ mu \\mu
            ν nu \\nu
            ξ xi \\xi
            π pi \\pi
            ρ rho \\rho
            σ sigma \\sigma
            τ tau \\tau
            φ phi \\varphi
            ϕ phi \\phi
            χ chi \\chi
            ψ psi \\psi
            ω omega \\omega
            Γ Gamma \\Gamma
            Δ Delta \\Delta
            Θ Theta \\Theta
            Λ Lambda \\Lambda
            Π Pi \\Pi
            Σ Sigma \\Sigma
            Φ Phi \\Phi
            Ψ Psi \\Psi
            Ω Omega \\Omega
            """;

    /** Pairs: a sign below or above the line, and what it is on the line. */
    private static final String SUBSCRIPTS = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓx";

    private static final String SUPERSCRIPTS = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-ᵀTᵏkⁱiⁿnᵗt′'";

    private static final Map<Integer, String> ASCII = new HashMap<>();
    private static final Map<Integer, String> LATEX = new HashMap<>();
    private static final Map<Integer, String> BELOW = pairs(SUBSCRIPTS);
    private static final Map<Integer, String> ABOVE = pairs(SUPERSCRIPTS);

    static {
        ORDINARY.lines().map(line -> line.split(" ")).forEach(sign -> {
            ASCII.put(sign[0].codePointAt(0), sign[1]);
            LATEX.put(sign[0].codePointAt(0), sign[2]);
        });
        ASCII.putAll(Map.of((int) '…', "...", (int) '–', "-", (int) '—', "-", (int) '“', "\"", (int) '”', "\""));
        ASCII.putAll(Map.of((int) '‘', "'", (int) '’', "'"));
    }

    private Signs() {}

    /** {@return the signs by LaTeX's names, {@code \rho} for ρ; those below and above the line as {@code \_h}, {@code \^T}} */
    public static Map<String, String> byName() {
        Map<String, String> names = new TreeMap<>();
        LATEX.forEach((sign, command) -> {
            if (command.matches("\\\\[a-zA-Z]+")) {
                names.put(command, Character.toString(sign));
            }
        });
        BELOW.forEach((sign, character) -> names.put("\\_" + character, Character.toString(sign)));
        ABOVE.forEach((sign, character) -> names.put("\\^" + character, Character.toString(sign)));
        return names;
    }

    /** {@return whether {@code sign} is set in LaTeX's mathematics alone} */
    static boolean isMath(int sign) {
        return LATEX.containsKey(sign) || BELOW.containsKey(sign) || ABOVE.containsKey(sign);
    }

    /** {@return the command for {@code sign}; empty if it is none of those on the line} */
    static String latex(int sign) {
        return LATEX.getOrDefault(sign, "");
    }

    /** {@return what a subscript is on the line; empty if {@code sign} is none} */
    static String below(int sign) {
        return BELOW.getOrDefault(sign, "");
    }

    /** {@return what a superscript is on the line; empty if {@code sign} is none} */
    static String above(int sign) {
        return ABOVE.getOrDefault(sign, "");
    }

    /** {@return {@code text} in ASCII: ||dL/dh_t|| for ‖∂L/∂h_t‖, letters without accents, ? for what is left} */
    public static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            boolean starts =
                    below(c).isEmpty() ? above(before).isEmpty() : below(before).isEmpty();
            ascii.append(ascii(c, starts));
            before = c;
        }
        return ascii.toString().replace("log_10", "log10");
    }

    private static String ascii(int c, boolean startsScript) {
        if (c < 0x80) {
            return Character.toString(c);
        }
        if (!below(c).isEmpty()) {
            return (startsScript ? "_" : "") + below(c);
        }
        if (!above(c).isEmpty()) {
            return (startsScript && c != '′' ? "^" : "") + above(c);
        }
        return ASCII.getOrDefault(c, withoutAccent(c));
    }

    private static String withoutAccent(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return "";
        }
        int letter =
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePointAt(0);
        return letter < 0x80 ? Character.toString(letter) : "?".repeat(DisplayWidth.of(c));
    }

    private static Map<Integer, String> pairs(String signs) {
        Map<Integer, String> pairs = new HashMap<>();
        for (int i = 0; i < signs.length(); i += 2) {
            pairs.put((int) signs.charAt(i), signs.substring(i + 1, i + 2));
        }
        return pairs;
    }
}
