package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import gradflow.report.text.LatexText;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatexRendererTest {

    @Test
    void everyKindOfCell() {
        assertThat(Reports.everything().latex()).isEqualTo("""
                        % \\usepackage{booktabs,amssymb}
                        \\begin{table}
                        \\centering
                        \\caption{every kind of cell; quiz()}
                        seed 7
                        \\par\\medskip
                        \\begin{tabular}{lrr}
                        \\toprule
                        text & $x$ & $n$ \\\\
                        \\midrule
                        a\\textbar{}b {*}c{*} \\textless{}d\\textgreater{} \\& ''e'' & 0.631 & 12 \\\\
                        $\\sigma_{\\max}$, $\\rho^{T-t}$ & $1.5\\times10^{-9}$ & none \\\\
                        日本語 & undefined & $-3$ \\\\
                        50 \\% of $\\$x_y\\$$ C:\\textbackslash{}new & 0 &  \\\\
                        {[}i] & $\\infty$ & 0 \\\\
                         & $-\\infty$ & 1 \\\\
                         & $-3.76858\\times10^{-6021}$ & 9223372036854775807 \\\\
                        \\bottomrule
                        \\end{tabular}
                        \\end{table}""");
    }

    @Test
    void aReport() {
        assertThat(Reports.gradNorms(2).latex()).isEqualTo("""
                        % \\usepackage{booktabs,amssymb}
                        \\begin{table}
                        \\centering
                        \\caption{rnn()\\allowbreak{}.hidden(4)\\allowbreak{}.whh(identity(0.5)\\allowbreak{}.plusNoise(0.05))\
                        \\allowbreak{}.tanh()\\allowbreak{}.unroll(20)\\allowbreak{}.gradNorms()}
                        $\\rho(W_{hh})$ = 0.630\\quad
                        $\\|W_{hh}\\|_2$ = 0.640\\quad
                        T = 20\\quad
                        seed 0
                        \\par\\medskip
                        \\begin{tabular}{rrrr}
                        \\toprule
                        $t$ & $\\|\\partial L/\\partial h_t\\|$ & ratio & $\\log_{10}$ \\\\
                        \\midrule
                        19 & $1.117\\times10^{0}$ & 0.558 & 0.048 \\\\
                        20 & $2.000\\times10^{0}$ &  & 0.301 \\\\
                        \\bottomrule
                        \\end{tabular}
                        \\par\\medskip
                        \\parbox{\\linewidth}{\\raggedright
                        Vanishing: each step back leaves 0.63 of $\\|\\partial L/\\partial h_t\\|$, close to \
                        $\\rho(W_{hh})$, and 20 steps leave $7.5\\times10^{-5}$.}
                        \\end{table}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ρ^(T-t);                $\\rho^{T-t}$
            ∏‖D_k‖‖W‖;              $\\prod\\|D_k\\|\\|W\\|$
            σ_max(W_hh);            $\\sigma_{\\max}(W_{hh})$
            W_hhᵀu;                 $W_{hh}^Tu$
            φ′(z_t)²;               $\\varphi^{\\prime}(z_t)^2$
            φ′²;                    $\\varphi^{\\prime 2}$
            λ₁ χ₁₀ κ(V);            $\\lambda_1$ $\\chi_{10}$ $\\kappa(V)$
            mean |h_t|;             mean $|h_t|$
            10⁻³;                   $10^{-3}$
            ln‖g_{t-1}‖;            $\\ln\\|g_{t-1}\\|$
            h_{t-1}^{2k};           $h_{t-1}^{2k}$
            x_1₂;                   $x_{12}$
            the h_t²'s ρ;           the $h_t^2\\mbox{'}s$ $\\rho$
            ₂;                      $_2$
            -3.2e-4031,;            $-3.2\\times10^{-4031}$,
            1.5e+00;                $1.5\\times10^{0}$
            -5;                     $-5$
            5–95 % of a_long_name;  5\\textendash{}95 \\% of a\\_long\\_name
            well-known --help;      well-known -{}-help
            load("ρ.npy");          load(''$\\rho$.npy'')
            ρ=é;                    $\\rho=\\mbox{é}$
            ~^;                     \\textasciitilde{}\\textasciicircum{}
            """)
    void signsBecomeCommands(String text, String latex) {
        assertThat(LatexText.of(text)).isEqualTo(latex);
    }

    @Test
    void bracesAndDollarsBalanceWhateverTheText() {
        Random random = new Random(7);
        String alphabet = "ab_^{}$%&#\\\"~ ‖∂ρ₂⁻′()[]<>|-1.e+…–";
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(12, 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .collect(Collectors.joining());
            assertThat(defect(LatexText.of(text)))
                    .as("%s -> %s", text, LatexText.of(text))
                    .isEmpty();
        }
    }

    /** What TeX would stop at: an open group or formula, a special character outside, a second script on one base. */
    private static String defect(String latex) {
        String bare = latex.replaceAll("\\\\[{}$%&#_|\\\\]", "x");
        int depth = 0;
        int formula = -1;
        for (char c : bare.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                return "a brace too many";
            }
            if (c == '$') {
                if (formula >= 0 && formula != depth) {
                    return "a formula that ends in another group";
                }
                formula = formula < 0 ? depth : -1;
            }
            if (formula < 0 && "_^~%&#".indexOf(c) >= 0) {
                return "a bare " + c;
            }
        }
        boolean doubled = Pattern.compile("([_^])(\\w|\\{[^{}]*})([_^](\\w|\\{[^{}]*}))?\\1")
                .matcher(bare)
                .find();
        return depth != 0 ? "an open brace" : formula >= 0 ? "an open formula" : doubled ? "a second script" : "";
    }
}
