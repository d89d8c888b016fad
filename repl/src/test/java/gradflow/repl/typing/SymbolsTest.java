package gradflow.repl.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {

    @ParameterizedTest
    @CsvSource({
        "rho, ρ",
        "sigma, σ",
        "lambda, λ",
        "phi, φ",
        "epsilon, ε",
        "Delta, Δ",
        "nabla, ∇",
        "partial, ∂",
        "norm, ‖",
        "_h, ₕ",
        "_1, ₁",
        "^T, ᵀ",
        "^2, ²",
        "infty, ∞",
        "le, ≤",
        "nonsense, ''"
    })
    void aNameOfLaTeXIsASign(String name, String sign) {
        assertThat(Symbols.sign("\\" + name)).isEqualTo(sign);
    }

    @Test
    void theNameBeginsAtItsBackslash() {
        assertThat(Symbols.nameBefore("a + \\rh", 7)).isEqualTo(4);
        assertThat(Symbols.nameBefore("\"h\\_1", 5)).isEqualTo(2);
        assertThat(Symbols.nameBefore("rho", 3)).isEqualTo(-1);
    }

    @Test
    void whatBeginsSo() {
        assertThat(Symbols.beginning("\\lam").keySet()).containsExactly("\\lambda");
        assertThat(Symbols.beginning("\\th")).containsEntry("\\theta", "θ");
    }
}
