package gradflow.network;

import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

/** A vector can be given as numbers, as a row or as a column. */
class VectorWordsTest {
    private static final double[][] ROW = {{1, 2}};
    private static final double[][] COLUMN = {{1}, {2}};

    @Test
    void rowsColumnsAndNumbersMeanTheSame() {
        Rnn numbers = rnn().bias(1, 2).h0(1, 2);
        assertThat(rnn().bias(ROW).h0(COLUMN)).isEqualTo(numbers);
        assertThat(rnn().bias(MatrixUtils.createRealMatrix(COLUMN)).h0(MatrixUtils.createRealMatrix(ROW)))
                .isEqualTo(numbers);
        double[][] eight = {{1, 2, 3, 4, 5, 6, 7, 8}};
        assertThat(lstm().bih(eight).bhh(eight).c0(COLUMN))
                .isEqualTo(lstm().bih(eight[0]).bhh(eight[0]).c0(1, 2));
    }

    @Test
    void whatIsNeitherIsRefused() {
        assertThatThrownBy(() -> rnn().bias(new double[2][2])).hasMessage("""
                        bias(vector): a row or a column is wanted, but was 2×2
                          in:  rnn().bias(matrix(new double[][] {{0, 0}, {0, 0}}))
                          try: bias(zeros())""");
    }
}
