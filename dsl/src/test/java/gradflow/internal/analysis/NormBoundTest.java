package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradflow.internal.kernel.CancelledRun;
import org.junit.jupiter.api.Test;

class NormBoundTest {
    @Test
    void theGramMatrixHoldsTheProductsOfColumns() {
        assertThat(NormBound.gram(new double[][] {{1, 2}, {3, 4}})).isDeepEqualTo(new double[][] {{10, 14}, {14, 20}});
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> NormBound.gram(new double[][] {{1}})).isInstanceOf(CancelledRun.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
