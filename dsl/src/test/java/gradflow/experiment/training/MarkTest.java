package gradflow.experiment.training;

import static gradflow.Gradflow.addingProblem;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.train;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest {
    @Test
    void measuringGetsRarer() {
        assertThat(IntStream.rangeClosed(0, 1000).filter(Mark::isAt).count()).isEqualTo(113);
        assertThat(IntStream.rangeClosed(0, 100_000).filter(Mark::isAt).count()).isLessThan(250);
    }

    /** The last three rows are always shown, and of these the last alone is sure to be measured. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40, 41, 49, 50, 60, 124, 125, 126, 249, 251, 499, 501, 730})
    void everyRowOfATableIsMeasured(int steps) {
        String table =
                train(rnn().hidden(1), addingProblem(2)).batch(1).steps(steps).toString();
        assertThat(table.lines().filter(line -> line.matches(" *\\d+( +[0-9.e-]+){2,4} .*")))
                .filteredOn(line -> !line.matches(" *\\d+( +[0-9.e+-]+){4}( .*|)"))
                .hasSizeLessThanOrEqualTo(3);
    }
}
