package gradflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HtmlRendererTest {

    @Test
    void aTableOfEveryKindOfCell() {
        assertThat(Reports.everything().html()).isEqualTo("""
                        <figure class="gradflow">
                        <figcaption>every kind of cell<br>quiz()</figcaption>
                        <p class="facts">seed 7</p>
                        <table>
                        <thead>
                        <tr><th>text</th><th class="n">x</th><th class="n">n</th></tr>
                        </thead>
                        <tbody>
                        <tr><td>a|b *c* &lt;d&gt; &amp; &quot;e&quot;</td><td class="n">0.631</td><td class="n">12</td></tr>
                        <tr><td>σ_max, ρ^(T-t)</td><td class="n">1.5e-09</td><td class="n">none</td></tr>
                        <tr><td>日本語</td><td class="n">undefined</td><td class="n">-3</td></tr>
                        <tr><td>50 % of $x_y$ C:\\new</td><td class="n">0</td><td class="n"></td></tr>
                        <tr><td>[i]</td><td class="n">∞</td><td class="n">0</td></tr>
                        <tr><td></td><td class="n">-∞</td><td class="n">1</td></tr>
                        <tr><td></td><td class="n">-3.76858e-6021</td><td class="n">9223372036854775807</td></tr>
                        </tbody>
                        </table>
                        </figure>""");
    }

    @Test
    void aReport() {
        assertThat(Reports.gradNorms(2).html()).isEqualTo("""
                        <figure class="gradflow">
                        <figcaption>rnn()<wbr>.hidden(4)<wbr>.whh(identity(0.5)<wbr>.plusNoise(0.05))<wbr>.tanh()\
                        <wbr>.unroll(20)<wbr>.gradNorms()</figcaption>
                        <p class="facts">ρ(W_hh) = 0.630 · ‖W_hh‖₂ = 0.640 · T = 20 · seed 0</p>
                        <table>
                        <thead>
                        <tr><th class="n">t</th><th class="n">‖∂L/∂h_t‖</th><th class="n">ratio</th><th class="n">log₁₀</th></tr>
                        </thead>
                        <tbody>
                        <tr><td class="n">19</td><td class="n">1.117e+00</td><td class="n">0.558</td><td class="n">0.048</td></tr>
                        <tr><td class="n">20</td><td class="n">2.000e+00</td><td class="n"></td><td class="n">0.301</td></tr>
                        </tbody>
                        </table>
                        <p>Vanishing: each step back leaves 0.63 of ‖∂L/∂h_t‖, close to ρ(W_hh), and 20 steps leave 7.5e-05.</p>
                        </figure>""");
    }
}
